package de.ratssaal.paper;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.OrganizationId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An office was asked to answer an inquiry.
 *
 * @param due last day on which the answer is in time
 */
public record AnswerAsked(
        PaperId paper, OrganizationId office, @Nullable LocalDate due, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "office %s asked to answer the inquiry%s".formatted(office, due == null ? "" : " by " + due);
    }

    @Override
    public String auditSubject() {
        return "paper/" + paper;
    }
}
