package de.ratssaal.ballot;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.regex.Pattern;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** A credential as a code of letters and digits, which can be used with belenios-tool as well. A secret: it is never printed. */
public final class CredentialCode {

    private static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final int LETTERS = 14;
    private static final int CHECK = 53;
    private static final int ITERATIONS = 1_000;
    private static final Pattern FORM = Pattern.compile("(?:[" + ALPHABET + "]{3}-){4}[" + ALPHABET + "]{3}");

    private final String code;

    private CredentialCode(String code) {
        this.code = code;
    }

    /** @throws IllegalArgumentException if a letter was mistyped */
    public static CredentialCode of(String code) {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException("no code of five times three letters");
        }
        var letters = code.replace("-", "");
        if (checkLetter(letters) != letters.charAt(LETTERS)) {
            throw new IllegalArgumentException("mistyped");
        }
        return new CredentialCode(code);
    }

    private static char checkLetter(String letters) {
        var value = BigInteger.ZERO;
        for (var it = 0; it < LETTERS; it++) {
            value = value.multiply(BigInteger.valueOf(ALPHABET.length()))
                    .add(BigInteger.valueOf(ALPHABET.indexOf(letters.charAt(it))));
        }
        return ALPHABET.charAt(CHECK - value.mod(BigInteger.valueOf(CHECK)).intValue());
    }

    /** The secret exponent in one election. */
    public Secret secret(String uuid, Group group) {
        try {
            var specification =
                    new PBEKeySpec(code.toCharArray(), uuid.getBytes(StandardCharsets.UTF_8), ITERATIONS, 256);
            var bytes = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(specification)
                    .getEncoded();
            return Secret.of(new BigInteger(1, bytes), group);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has PBKDF2", e);
        }
    }

    @Override
    public String toString() {
        return "credential";
    }
}
