package de.ratssaal.calendar;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.organization.BodyId;

/** A body took over days without meetings from a list. */
public record FreePeriodsTaken(BodyId body, int periods) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "body %s took over %d periods without meetings".formatted(body, periods);
    }

    @Override
    public String auditSubject() {
        return "body/" + body;
    }
}
