package de.ratssaal.identity;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A letter about an account to its owner.
 *
 * @param kind what it is about
 * @param address mail address of the owner
 * @param name full name of the owner
 * @param language in which the owner reads
 * @param link opens what the letter is about, once; none in a mere notice
 */
public record AccountLetter(
        Kind kind,
        String address,
        String name,
        Locale language,
        @Nullable URI link) {

    /** What the owner is told. */
    public enum Kind {
        /** Somebody, hopefully the owner, forgot the password. */
        FORGOTTEN("forgotten"),
        /** An account was made; its owner chooses a password. */
        WELCOME("welcome"),
        /** The password was changed. */
        CHANGED("changed"),
        /** The second factor was taken away. */
        SECOND_FACTOR_REMOVED("second-factor-removed"),
        /** A recovery code was used. */
        RECOVERY_CODE_USED("recovery-code-used");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** Name in the message files, after {@code identity.mail.}. */
        public String key() {
            return key;
        }
    }

    /** Without the link: whoever reads a log must not be able to use it. */
    @Override
    public String toString() {
        return "AccountLetter[" + kind + "]";
    }
}
