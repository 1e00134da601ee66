package de.ratssaal.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/**
 * A text with signatures below it, as C2SP <a href="https://c2sp.org/signed-note">signed-note</a> describes.
 *
 * @param text lines, each with its line feed
 * @param signatures the signature lines, at least one
 */
record SignedNote(String text, List<Line> signatures) {

    private static final String DASH = "— ";

    SignedNote {
        if (text.isEmpty() || !text.endsWith("\n")) {
            throw new IllegalArgumentException("a note's text ends with a line feed");
        }
        if (signatures.isEmpty()) {
            throw new IllegalArgumentException("a note without signature");
        }
        signatures = List.copyOf(signatures);
    }

    static SignedNote sign(String text, SignerKey key) {
        var signature = key.signature(text.getBytes(StandardCharsets.UTF_8));
        return new SignedNote(
                text,
                List.of(new Line(
                        key.verifier().name(),
                        Base64.getEncoder()
                                .encodeToString(ByteBuffer.allocate(4 + signature.length)
                                        .put(key.verifier().id())
                                        .put(signature)
                                        .array()))));
    }

    /** @throws IllegalArgumentException if this is no signed note; whether the signatures hold is not asked */
    static SignedNote parse(String note) {
        var gap = note.lastIndexOf("\n\n");
        if (gap < 0 || !note.endsWith("\n")) {
            throw new IllegalArgumentException("a signed note is a text, an empty line and signatures");
        }
        var signatures = new ArrayList<Line>();
        for (var line : note.substring(gap + 2).split("\n")) {
            var words = line.split(" ", -1);
            if (words.length != 3 || !line.startsWith(DASH) || words[1].isEmpty()) {
                throw new IllegalArgumentException("not a signature line: " + line);
            }
            if (Base64.getDecoder().decode(words[2]).length < 5) {
                throw new IllegalArgumentException("too short a signature: " + line);
            }
            signatures.add(new Line(words[1], words[2]));
        }
        return new SignedNote(note.substring(0, gap + 1), signatures);
    }

    /** What a known key says to the note. */
    Verdict verdict(Collection<VerifierKey> known) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var signed = false;
        for (var line : signatures) {
            for (var key : known) {
                if (line.isBy(key)) {
                    if (!key.verifies(bytes, line.signature())) {
                        return Verdict.FORGED;
                    }
                    signed = true;
                }
            }
        }
        return signed ? Verdict.GENUINE : Verdict.UNKNOWN;
    }

    /** The whole note. */
    @Override
    public String toString() {
        var note = new StringBuilder(text).append('\n');
        signatures.forEach(it -> note.append(it).append('\n'));
        return note.toString();
    }

    enum Verdict {
        /** Signed by a known key. */
        GENUINE,
        /** The signature of a known key does not belong to the text. */
        FORGED,
        /** No signature by a known key. */
        UNKNOWN
    }

    /**
     * One signature.
     *
     * @param name name of the key
     * @param base64 id of the key (four bytes) and signature
     */
    record Line(String name, String base64) {

        boolean isBy(VerifierKey key) {
            return name.equals(key.name()) && Arrays.equals(Arrays.copyOf(bytes(), 4), key.id());
        }

        /** Name and id of the key, such as {@code example.org/audit+1f2e3d4c}. */
        String keyName() {
            return name + "+" + HexFormat.of().formatHex(Arrays.copyOf(bytes(), 4));
        }

        byte[] signature() {
            var bytes = bytes();
            return Arrays.copyOfRange(bytes, 4, bytes.length);
        }

        private byte[] bytes() {
            return Base64.getDecoder().decode(base64);
        }

        @Override
        public String toString() {
            return DASH + name + " " + base64;
        }
    }
}
