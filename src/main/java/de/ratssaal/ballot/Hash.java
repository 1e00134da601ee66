package de.ratssaal.ballot;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/** SHA-256 in the three forms of the format. */
public final class Hash {

    private Hash() {}

    /** Lower-case hexadecimal: names of records, links between events. */
    public static String hex(byte[] content) {
        return HexFormat.of().formatHex(sha256(content));
    }

    /** Base64 without padding, 43 characters: fingerprint of an election, hash and tracker of a ballot. */
    public static String base64(byte[] content) {
        return Base64.getEncoder().withoutPadding().encodeToString(sha256(content));
    }

    static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The challenge of a proof: the hash as a number, modulo the group's order. */
    static BigInteger scalar(String text, Group group) {
        return new BigInteger(1, sha256(text.getBytes(StandardCharsets.UTF_8))).mod(group.order());
    }

    static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
