package de.ratssaal.reader;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.OrganizationSummary;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who belongs to whose political group today. Guests of a group do not belong to it. */
@Component
class OwnGroup {

    private final Councils councils;
    private final Clock clock;

    OwnGroup(Councils councils, Clock clock) {
        this.councils = councils;
        this.clock = clock;
    }

    /** The person's group in the body that meets. */
    Optional<OrganizationSummary> of(@Nullable PersonId person, MeetingSummary meeting) {
        if (person == null) {
            return Optional.empty();
        }
        var body = councils.organization(meeting.organization()).body();
        return councils.organizationsOf(person, today(meeting)).stream()
                .filter(it -> it.classification() == Classification.POLITICAL_GROUP)
                .filter(it -> it.body().equals(body) && isOf(it.id(), person, meeting))
                .findFirst();
    }

    boolean isOf(OrganizationId group, PersonId person, MeetingSummary meeting) {
        return councils.member(group, person, today(meeting))
                .filter(it -> it.role() != MembershipRole.GUEST)
                .isPresent();
    }

    private LocalDate today(MeetingSummary meeting) {
        return LocalDate.ofInstant(clock.instant(), meeting.zone());
    }
}
