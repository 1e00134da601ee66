package de.ratssaal.identity;

import de.ratssaal.base.Refusal;
import java.util.Arrays;
import java.util.Locale;

/** What a new password must be: long and not to be thought of at once. No rule asks for odd signs or for frequent change. */
final class PasswordRules {

    /** Longest and shortest password, in signs. */
    static final int SHORTEST = 12;

    static final int LONGEST = 200;

    private static final int DIFFERENT_SIGNS = 5;
    private static final int SHORTEST_NAME = 4;

    private PasswordRules() {}

    /**
     * @param login what its owner types to sign in
     * @param name how its owner is called
     * @throws Refusal if it is too easy
     */
    static void check(String password, String login, String name) {
        if (password.codePointCount(0, password.length()) < SHORTEST) {
            throw new Refusal("identity.password.too-short", SHORTEST);
        }
        if (password.length() > LONGEST) {
            throw new Refusal("identity.password.too-long", LONGEST);
        }
        if (password.codePoints().distinct().count() < DIFFERENT_SIGNS) {
            throw new Refusal("identity.password.too-simple");
        }
        var simplified = withoutNames(password.toLowerCase(Locale.ROOT), login, name);
        if (simplified.codePointCount(0, simplified.length()) < SHORTEST - SHORTEST_NAME) {
            throw new Refusal("identity.password.names");
        }
    }

    /** What is left of it for somebody who tries the names first. */
    private static String withoutNames(String password, String login, String name) {
        var left = password;
        var names = (login + " " + name
                        + " ratssaal rathaus stadtrat passwort kennwort password 123456789 qwertz qwerty")
                .toLowerCase(Locale.ROOT)
                .split("[^\\p{L}\\p{Nd}]+");
        for (var known :
                Arrays.stream(names).filter(it -> it.length() >= SHORTEST_NAME).toList()) {
            left = left.replace(known, "");
        }
        return left;
    }
}
