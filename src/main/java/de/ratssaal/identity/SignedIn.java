package de.ratssaal.identity;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Who is acting.
 *
 * @param account the account that signed in
 * @param person the person it belongs to; none for an account of the installation alone
 * @param name how the person is shown
 */
public record SignedIn(AccountId account, @Nullable PersonId person, String name) implements Serializable {}
