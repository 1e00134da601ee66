package de.ratssaal.urn;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.KEM;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * A short text that only one node can read: its key lives in that node's memory as long as devices register. What nodes hand each
 * other passes through the database server, which must not learn who registered what.
 */
final class SealedNote {

    private static final String KEYS = "X25519";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int TAG_BITS = 128;
    /** Each key is used for one text. */
    private static final byte[] NONCE = new byte[12];

    private SealedNote() {}

    static KeyPair newKey() {
        try {
            return KeyPairGenerator.getInstance(KEYS).generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has X25519", e);
        }
    }

    static String publicText(KeyPair key) {
        return Base64.getEncoder().encodeToString(key.getPublic().getEncoded());
    }

    /** @param reader as {@link #publicText} spells them */
    static String seal(String text, String reader) {
        try {
            var key = KeyFactory.getInstance(KEYS)
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(reader)));
            var made = KEM.getInstance("DHKEM").newEncapsulator(key).encapsulate(0, KEY_BYTES, "AES");
            var sealed = cipher(Cipher.ENCRYPT_MODE, made.key()).doFinal(text.getBytes(StandardCharsets.UTF_8));
            var encoder = Base64.getEncoder();
            return encoder.encodeToString(made.encapsulation()) + '.' + encoder.encodeToString(sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the note could not be sealed", e);
        }
    }

    /** @return none if it was not sealed for this key */
    static Optional<String> open(String sealed, PrivateKey key) {
        try {
            var parts = sealed.split("\\.", 2);
            var decoder = Base64.getDecoder();
            var secret = KEM.getInstance("DHKEM")
                    .newDecapsulator(key)
                    .decapsulate(decoder.decode(parts[0]), 0, KEY_BYTES, "AES");
            return Optional.of(new String(
                    cipher(Cipher.DECRYPT_MODE, secret).doFinal(decoder.decode(parts[1])), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, SecretKey key) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, NONCE));
        return cipher;
    }
}
