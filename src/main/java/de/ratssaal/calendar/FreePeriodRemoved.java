package de.ratssaal.calendar;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.organization.BodyId;
import java.time.LocalDate;

/** A body no longer keeps days free of meetings. */
public record FreePeriodRemoved(BodyId body, FreeKind kind, String name, LocalDate first, LocalDate last)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "body %s no longer keeps %s to %s free: %s %s".formatted(body, first, last, kind, name);
    }

    @Override
    public String auditSubject() {
        return "body/" + body;
    }
}
