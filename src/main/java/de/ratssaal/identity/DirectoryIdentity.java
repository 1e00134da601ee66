package de.ratssaal.identity;

import org.jspecify.annotations.Nullable;

/**
 * Somebody as the city's own directory knows them, after it was checked that it is the directory which says so.
 *
 * @param issuer address of the directory
 * @param subject what the directory calls the person, for ever
 * @param verifiedMail mail address that the directory vouches for; none if it does not
 */
public record DirectoryIdentity(
        String issuer, String subject, @Nullable String verifiedMail) {}
