package de.ratssaal.audit;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * The key that signs notes. Written as {@code PRIVATE+KEY+name+id+base64}, as other tools for signed notes do; that text
 * is a secret and is no {@code toString}.
 */
final class SignerKey {

    private static final String PREFIX = "PRIVATE+KEY+";

    private final PrivateKey key;
    private final VerifierKey verifier;

    private SignerKey(PrivateKey key, VerifierKey verifier) {
        this.key = key;
        this.verifier = verifier;
        var probe = new byte[] {1, 2, 3};
        if (!verifier.verifies(probe, signature(probe))) {
            throw new IllegalArgumentException("the private key does not belong to the public key " + verifier);
        }
    }

    static SignerKey make(String name) {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            return new SignerKey(pair.getPrivate(), VerifierKey.of(name, pair.getPublic()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has Ed25519", e);
        }
    }

    /**
     * @param secret the private key's text
     * @param verifier its public half
     * @throws IllegalArgumentException if the two do not belong together
     */
    static SignerKey parse(String secret, VerifierKey verifier) {
        var name = PREFIX + verifier.name() + "+" + HexFormat.of().formatHex(verifier.id()) + "+";
        var text = secret.strip();
        if (!text.startsWith(name)) {
            throw new IllegalArgumentException("the private key does not belong to the public key " + verifier);
        }
        var typed = Base64.getDecoder().decode(text.substring(name.length()));
        if (typed.length != 33 || typed[0] != VerifierKey.ED25519) {
            throw new IllegalArgumentException("the private key of " + verifier.name() + " is none of Ed25519");
        }
        try {
            return new SignerKey(
                    KeyFactory.getInstance("Ed25519")
                            .generatePrivate(new EdECPrivateKeySpec(
                                    NamedParameterSpec.ED25519, Arrays.copyOfRange(typed, 1, typed.length))),
                    verifier);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("no Ed25519 key", e);
        }
    }

    VerifierKey verifier() {
        return verifier;
    }

    byte[] signature(byte[] text) {
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signing failed", e);
        }
    }

    /** The private key as text; for its file alone. */
    String secret() {
        var seed = ((EdECPrivateKey) key).getBytes().orElseThrow();
        return PREFIX + verifier.name() + "+" + HexFormat.of().formatHex(verifier.id()) + "+"
                + Base64.getEncoder()
                        .encodeToString(ByteBuffer.allocate(33)
                                .put(VerifierKey.ED25519)
                                .put(seed)
                                .array());
    }
}
