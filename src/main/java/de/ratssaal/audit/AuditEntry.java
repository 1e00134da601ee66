package de.ratssaal.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * One line of the audit log.
 *
 * @param id number given when it was written; there are gaps, and a smaller one may have been committed later
 * @param at when it happened, to the microsecond
 * @param actor who acted: {@code account/…}, with {@code person/…} if the account belongs to one, {@code system/job} or
 *     {@code anonymous}
 * @param type module and event, such as {@code voting.PollClosed}
 * @param subject what it happened to, such as {@code meeting/6f1c…}
 * @param line what happened, in one English sentence
 */
public record AuditEntry(long id, Instant at, String actor, String type, String subject, String line) {

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    /** The bytes that are hashed: seven lines, described in docs/audit-log.md. */
    byte[] canonical() {
        return ("ratssaal.audit-entry/1\n" + id + '\n' + MICROSECONDS.format(at) + '\n' + actor + '\n' + type + '\n'
                        + subject + '\n' + line + '\n')
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Its leaf in the Merkle tree. */
    Hash leaf() {
        return MerkleTree.leafHash(canonical());
    }
}
