package de.ratssaal.attendance;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The code that shows that somebody sees the screen in the room: six digits that follow from a secret and the time. */
final class RoomCode {

    /** So long one code is shown. */
    static final Duration SHOWN_FOR = Duration.ofMinutes(1);

    private static final int BELOW = 1_000_000;

    private RoomCode() {}

    static String at(byte[] secret, Instant moment) {
        return inWindow(secret, window(moment));
    }

    /** The one shown now, and the one before: somebody may have begun to type. Compared in constant time. */
    static boolean isAccepted(byte[] secret, Instant now, String typed) {
        var digits = typed.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8);
        var isNow = MessageDigest.isEqual(bytes(inWindow(secret, window(now))), digits);
        var wasBefore = MessageDigest.isEqual(bytes(inWindow(secret, window(now) - 1)), digits);
        return isNow | wasBefore;
    }

    private static long window(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), SHOWN_FOR.toSeconds());
    }

    private static byte[] bytes(String code) {
        return code.getBytes(StandardCharsets.UTF_8);
    }

    private static String inWindow(byte[] secret, long window) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            var hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(window).array());
            return "%06d".formatted(Math.floorMod(ByteBuffer.wrap(hash).getLong(), (long) BELOW));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
