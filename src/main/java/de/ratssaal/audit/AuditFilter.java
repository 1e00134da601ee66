package de.ratssaal.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries to show; what is left out restricts nothing.
 *
 * @param subject beginning of the subject, such as {@code meeting/6f1c}
 * @param type module and event, such as {@code voting.PollClosed}
 * @param actor part of the actor, such as a person's identifier
 * @param from not before this time
 * @param to before this time
 */
public record AuditFilter(
        @Nullable String subject,
        @Nullable String type,
        @Nullable String actor,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** All entries. */
    public static final AuditFilter NONE = new AuditFilter(null, null, null, null, null);
}
