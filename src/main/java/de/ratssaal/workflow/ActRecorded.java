package de.ratssaal.workflow;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.paper.PaperId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody acted on a paper on its way to release.
 *
 * @param office for which they acted; none for the secretariat
 * @param person none for an account that belongs to no person, and for the application itself
 * @param onBehalfOf the head for whom they stood in
 * @param fingerprint of the text acted on
 */
public record ActRecorded(
        ProcessId process,
        PaperId paper,
        int round,
        ActKind kind,
        @Nullable OrganizationId office,
        @Nullable PersonId person,
        @Nullable PersonId onBehalfOf,
        String fingerprint,
        Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "paper %s, round %d: %s for %s by %s%s, text %s"
                .formatted(
                        paper,
                        round,
                        kind,
                        office == null ? "the secretariat" : "office " + office,
                        person == null ? "an account" : "person " + person,
                        onBehalfOf == null ? "" : " on behalf of person " + onBehalfOf,
                        fingerprint);
    }

    @Override
    public String auditSubject() {
        return "paper/" + paper;
    }
}
