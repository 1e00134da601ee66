package de.ratssaal.calendar;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.OrganizationId;
import java.time.LocalDate;
import java.util.List;

/** A series of meetings was planned. */
public record SeriesPlanned(SeriesId series, OrganizationId organization, List<LocalDate> days)
        implements AuditedEvent {

    public SeriesPlanned {
        days = List.copyOf(days);
    }

    @Override
    public String auditLine() {
        return "series %s of %d meetings of organization %s planned: %s"
                .formatted(series, days.size(), organization, days);
    }

    @Override
    public String auditSubject() {
        return "organization/" + organization;
    }
}
