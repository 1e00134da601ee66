package de.ratssaal.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The public half of a key that signs notes, as C2SP <a href="https://c2sp.org/signed-note">signed-note</a> writes it:
 * {@code name+id+base64}.
 */
final class VerifierKey {

    /** Signature type of Ed25519 in that specification. */
    static final byte ED25519 = 1;

    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int LENGTH = 32;

    private final String name;
    private final byte[] bytes;
    private final PublicKey key;

    private VerifierKey(String name, byte[] bytes) {
        if (name.isEmpty() || name.contains("+") || name.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("a key's name has neither spaces nor plus signs: \"" + name + "\"");
        }
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("an Ed25519 key has %d bytes, not %d".formatted(LENGTH, bytes.length));
        }
        this.name = name;
        this.bytes = bytes;
        try {
            this.key = KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(
                            ByteBuffer.allocate(44).put(X509).put(bytes).array()));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no Ed25519 key", e);
        }
    }

    static VerifierKey of(String name, PublicKey key) {
        var encoded = key.getEncoded();
        return new VerifierKey(name, Arrays.copyOfRange(encoded, encoded.length - LENGTH, encoded.length));
    }

    /** @throws IllegalArgumentException if the text is no such key */
    static VerifierKey parse(String text) {
        var parts = text.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a key reads name+id+base64");
        }
        var typed = Base64.getDecoder().decode(parts[2]);
        if (typed.length != LENGTH + 1 || typed[0] != ED25519) {
            throw new IllegalArgumentException("the key of " + parts[0] + " is none of Ed25519");
        }
        var key = new VerifierKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!HexFormat.of().formatHex(key.id()).equals(parts[1])) {
            throw new IllegalArgumentException("the id of " + parts[0] + " does not belong to its key");
        }
        return key;
    }

    String name() {
        return name;
    }

    /** Four bytes that name the key in a signature line. */
    byte[] id() {
        return Arrays.copyOf(
                Hash.sha256((name + "\n").getBytes(StandardCharsets.UTF_8), new byte[] {ED25519}, bytes)
                        .bytes(),
                4);
    }

    boolean verifies(byte[] text, byte[] signature) {
        try {
            var check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(text);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false; // a signature of another length or form
        }
    }

    @Override
    public String toString() {
        return name + "+" + HexFormat.of().formatHex(id()) + "+"
                + Base64.getEncoder()
                        .encodeToString(ByteBuffer.allocate(LENGTH + 1)
                                .put(ED25519)
                                .put(bytes)
                                .array());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && name.equals(that.name) && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + Arrays.hashCode(bytes);
    }
}
