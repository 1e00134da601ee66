package de.ratssaal.disturbance;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.OrganizationId;
import java.time.Instant;

/** Another telephone number or mail address was entered at which an organization's members report disturbances. */
public record SecondWayChanged(OrganizationId organization, String phone, String mail, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "disturbances are reported to %s %s".formatted(phone, mail);
    }

    @Override
    public String auditSubject() {
        return "organization/" + organization;
    }
}
