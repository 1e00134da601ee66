package de.ratssaal.identity;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/** Codes of six digits that change every half minute (RFC 6238, as every authenticator application shows them). */
final class OneTimeCodes {

    static final Duration STEP = Duration.ofSeconds(30);
    static final int SECRET_BYTES = 20;

    private static final int DIGITS = 6;

    /** Clocks of telephones differ, and people type slowly. */
    private static final int STEPS_AROUND = 1;

    private OneTimeCodes() {}

    static String at(byte[] secret, Instant moment) {
        try {
            return new TimeBasedOneTimePasswordGenerator(STEP, DIGITS)
                    .generateOneTimePasswordString(
                            new SecretKeySpec(secret, TimeBasedOneTimePasswordGenerator.TOTP_ALGORITHM_HMAC_SHA1),
                            moment,
                            java.util.Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("a secret that makes no codes", e);
        }
    }

    /**
     * The half minute, counted from 1970, to which a typed code belongs; none if it is wrong or was used before.
     *
     * @param last half minute of the code that was used last; each is good once
     */
    static OptionalLong stepOf(String typed, byte[] secret, Instant now, long last) {
        long present = now.getEpochSecond() / STEP.toSeconds();
        return LongStream.rangeClosed(present - STEPS_AROUND, present + STEPS_AROUND)
                .filter(step -> step > last)
                .filter(step -> isSame(typed, at(secret, Instant.ofEpochSecond(step * STEP.toSeconds()))))
                .findFirst();
    }

    private static boolean isSame(String typed, String code) {
        return MessageDigest.isEqual(typed.getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
    }
}
