package de.ratssaal.organization;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import java.time.LocalDate;

/** The end of a membership is known. */
public record MembershipEnded(
        MembershipId membership, OrganizationId organization, PersonId person, MembershipRole role, LocalDate lastDay)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "person %s in organization %s as %s until %s".formatted(person, organization, role, lastDay);
    }

    @Override
    public String auditSubject() {
        return "organization/" + organization;
    }
}
