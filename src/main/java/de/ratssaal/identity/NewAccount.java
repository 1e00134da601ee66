package de.ratssaal.identity;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An account to be made.
 *
 * @param login what its owner types to sign in; case does not matter
 * @param name how the person is shown
 * @param mail address for invitations and a forgotten password
 * @param person the person it belongs to; none for an account of the installation alone
 */
public record NewAccount(
        String login,
        String name,
        @Nullable String mail,
        @Nullable PersonId person,
        List<Grant> grants) {

    public NewAccount {
        login = login.strip().toLowerCase(Locale.ROOT);
        name = name.strip();
        mail = mail == null || mail.isBlank() ? null : mail.strip();
        grants = List.copyOf(grants);
    }
}
