package de.ratssaal.organization;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A person became a member, substitute, adviser or guest of an organization. */
public record MembershipBegan(
        MembershipId membership,
        OrganizationId organization,
        PersonId person,
        MembershipRole role,
        boolean votes,
        @Nullable PersonId standsInFor,
        LocalDate firstDay,
        @Nullable LocalDate lastDay)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "person %s in organization %s as %s %s%s from %s %s"
                .formatted(
                        person,
                        organization,
                        role,
                        votes ? "with vote" : "without vote",
                        standsInFor == null ? "" : " for " + standsInFor,
                        firstDay,
                        lastDay == null ? "on" : "to " + lastDay);
    }

    @Override
    public String auditSubject() {
        return "organization/" + organization;
    }
}
