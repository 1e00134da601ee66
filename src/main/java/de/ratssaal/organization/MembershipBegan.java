package de.ratssaal.organization;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person became a member, substitute, adviser or guest of an organization.
 *
 * @param weight how many votes they have, if they vote; 0 in an event from before there were several
 */
public record MembershipBegan(
        MembershipId membership,
        OrganizationId organization,
        PersonId person,
        MembershipRole role,
        boolean votes,
        @Nullable PersonId standsInFor,
        LocalDate firstDay,
        @Nullable LocalDate lastDay,
        int weight)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "person %s in organization %s as %s %s%s from %s %s"
                .formatted(
                        person,
                        organization,
                        role,
                        votes ? weight > 1 ? "with %d votes".formatted(weight) : "with vote" : "without vote",
                        standsInFor == null ? "" : " for " + standsInFor,
                        firstDay,
                        lastDay == null ? "on" : "to " + lastDay);
    }

    @Override
    public String auditSubject() {
        return "organization/" + organization;
    }
}
