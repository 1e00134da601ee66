package de.ratssaal.identity;

import java.io.ByteArrayOutputStream;
import java.time.Instant;

/** An authenticator application on somebody's telephone. */
public final class TestAuthenticator {

    private final byte[] secret;

    /** @param key as a page shows it to be typed */
    public TestAuthenticator(String key) {
        this.secret = decode(key.replace(" ", ""));
    }

    public String code(Instant now) {
        return OneTimeCodes.at(secret, now);
    }

    /** The secret's bytes, one sign each. */
    public String plain() {
        return new String(secret, java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    private static byte[] decode(String key) {
        var bytes = new ByteArrayOutputStream();
        int buffer = 0;
        int held = 0;
        for (char sign : key.toCharArray()) {
            buffer = (buffer << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(sign);
            held += 5;
            if (held >= 8) {
                held -= 8;
                bytes.write(buffer >> held);
                buffer &= (1 << held) - 1;
            }
        }
        return bytes.toByteArray();
    }
}
