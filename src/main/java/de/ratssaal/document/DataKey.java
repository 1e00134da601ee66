package de.ratssaal.document;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals the parts of one content and of no other (AES-256-GCM). Each number is sealed once with it, so that the number is
 * the nonce; content and number are bound in, so that no part opens in the place of another.
 */
final class DataKey {

    /** Bytes by which a sealed part is longer. */
    static final int TAG = 16;

    private static final String ALGORITHM = "AES/GCM/NoPadding";
    private static final int BYTES = 32;
    private static final int NONCE = 12;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey key;

    private DataKey(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    static DataKey random() {
        return new DataKey(randomBytes(BYTES));
    }

    static byte[] randomBytes(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    byte[] seal(String hash, int number, byte[] part) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, hash, number).doFinal(part);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java without AES-GCM", e);
        }
    }

    /** @throws GeneralSecurityException if this key did not seal this part of this content */
    byte[] open(String hash, int number, byte[] sealed) throws GeneralSecurityException {
        return cipher(Cipher.DECRYPT_MODE, hash, number).doFinal(sealed);
    }

    private Cipher cipher(int mode, String hash, int number) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(ALGORITHM);
        var nonce =
                ByteBuffer.allocate(NONCE).putInt(NONCE - Integer.BYTES, number).array();
        cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        cipher.updateAAD((hash + " " + number).getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    /** Sealed with a master key, for keeping beside what it opens. */
    byte[] wrappedWith(SecretKey master, String hash) {
        var nonce = randomBytes(NONCE);
        try {
            var cipher = Cipher.getInstance(ALGORITHM);
            cipher.init(Cipher.ENCRYPT_MODE, master, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
            cipher.updateAAD(hash.getBytes(StandardCharsets.US_ASCII));
            var sealed = cipher.doFinal(key.getEncoded());
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java without AES-GCM", e);
        }
    }

    /** @throws GeneralSecurityException if it was wrapped with another key or for another content */
    static DataKey unwrapped(byte[] wrapped, SecretKey master, String hash) throws GeneralSecurityException {
        var cipher = Cipher.getInstance(ALGORITHM);
        cipher.init(Cipher.DECRYPT_MODE, master, new GCMParameterSpec(TAG * Byte.SIZE, wrapped, 0, NONCE));
        cipher.updateAAD(hash.getBytes(StandardCharsets.US_ASCII));
        return new DataKey(cipher.doFinal(wrapped, NONCE, wrapped.length - NONCE));
    }
}
