package de.ratssaal.audit;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A signed head of the log: how many entries it had at a time, and the root of their Merkle tree. Kept outside, it shows
 * later whether one of them was altered since.
 *
 * <p>Its text is a checkpoint as C2SP <a href="https://c2sp.org/tlog-checkpoint">tlog-checkpoint</a> describes, with the
 * time in an extension line; docs/audit-log.md has an example.
 */
public final class SignedHead {

    private static final String TIME = "time ";

    private final SignedNote note;
    private final String origin;
    private final long size;
    private final Hash root;
    private final @Nullable Instant at;

    private SignedHead(SignedNote note) {
        this.note = note;
        var lines = note.text().split("\n", -1);
        if (lines.length < 4 || lines[0].isEmpty() || !lines[1].matches("0|[1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException("a head begins with the log's name, the number of entries and the root");
        }
        this.origin = lines[0];
        this.size = Long.parseLong(lines[1]);
        this.root = Hash.of(Base64.getDecoder().decode(lines[2]));
        this.at = timeIn(lines);
    }

    private static @Nullable Instant timeIn(String... lines) {
        for (var i = 3; i < lines.length; i++) {
            if (lines[i].startsWith(TIME)) {
                try {
                    return Instant.parse(lines[i].substring(TIME.length()));
                } catch (DateTimeParseException e) {
                    throw new IllegalArgumentException("not a time: " + lines[i], e);
                }
            }
        }
        return null;
    }

    static SignedHead sign(long size, Hash root, Instant at, SignerKey key) {
        return new SignedHead(SignedNote.sign(
                key.verifier().name() + "\n" + size + "\n" + root.base64() + "\n" + TIME
                        + at.truncatedTo(ChronoUnit.MICROS) + "\n",
                key));
    }

    /**
     * @param text a head as it was exported
     * @throws IllegalArgumentException if this is no head; whether its signature holds is not asked
     */
    public static SignedHead parse(String text) {
        return new SignedHead(SignedNote.parse(text.replace("\r\n", "\n")));
    }

    SignedNote note() {
        return note;
    }

    /** Name of the log. */
    public String origin() {
        return origin;
    }

    /** Number of entries. */
    public long size() {
        return size;
    }

    /** Root of the Merkle tree of these entries. */
    public Hash root() {
        return root;
    }

    /** When it was signed; a head of this log always says it. */
    public @Nullable Instant at() {
        return at;
    }

    /** The first eight digits of the root, for people who compare two heads by eye or telephone. */
    public String mark() {
        return HexFormat.of().formatHex(root.bytes(), 0, 4);
    }

    /** The head as it is exported. */
    @Override
    public String toString() {
        return note.toString();
    }
}
