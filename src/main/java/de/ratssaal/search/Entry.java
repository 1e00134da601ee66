package de.ratssaal.search;

import de.ratssaal.identity.Audience;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that can be found.
 *
 * @param subject what is found; several entries of the same are one hit
 * @param page of a document
 * @param leadsTo where somebody reads it: a paper, a file, a meeting or a circular resolution
 * @param number of a paper; empty if it has none
 * @param organizations to which it belongs
 * @param state of a paper or meeting, outcome of a resolution; empty if there is none
 * @param readers who may read it
 * @param paper whoever is asked to act on it reads it too
 */
record Entry(
        SearchKind kind,
        UUID subject,
        @Nullable Integer page,
        UUID leadsTo,
        String number,
        String title,
        String text,
        List<UUID> organizations,
        Instant happensAt,
        boolean isPublic,
        String state,
        Audience readers,
        @Nullable UUID paper) {

    /** Grows with every change in how entries are made or texts are read; all are then made anew. */
    static final int SHAPE = 2;

    Entry {
        title = German.clean(title);
        text = German.clean(text);
        organizations = organizations.stream().sorted().toList();
    }

    /** Whether another one would stand in the table just so. */
    String fingerprint() {
        return sha256(SHAPE + "/" + this);
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
