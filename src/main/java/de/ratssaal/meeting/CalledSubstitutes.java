package de.ratssaal.meeting;

import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.organization.Councils;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a substitute may see. Being appointed gives them no more than the public; being called to a meeting gives them what
 * its members have, from the call to the end of the meeting's day, and as long as it lasts if it lasts longer.
 */
@Component
class CalledSubstitutes {

    private final Councils councils;
    private final JdbcClient database;
    private final Access access;
    private final Clock clock;

    CalledSubstitutes(Councils councils, JdbcClient database, Access access, Clock clock) {
        this.councils = councils;
        this.database = database;
        this.access = access;
        this.clock = clock;
    }

    /** Whether whoever asks attends the meeting as a substitute who was called to it. */
    boolean includesWhoAsks(Meeting meeting) {
        return access.has(meeting.organization(), Role.SUBSTITUTE)
                && access.signedIn()
                        .map(SignedIn::person)
                        .filter(it -> isCalled(meeting.id(), it))
                        .isPresent()
                && isTheirTime(meeting);
    }

    /** Items of the agendas of all meetings to which whoever asks is called as a substitute at this moment. */
    Set<AgendaItemId> items(MeetingRepository meetings) {
        if (access.isSystem() || !access.hasAnywhere(Role.SUBSTITUTE)) {
            return Set.of();
        }
        var items = new HashSet<AgendaItemId>();
        access.signedIn()
                .map(SignedIn::person)
                .ifPresent(me -> database.sql("""
                        select i.meeting_id from meeting_invitation i join meeting_meeting m on m.id = i.meeting_id
                        where i.person_id = :me and i.stands_in_for is not null and i.withdrawn_at is null
                            and (m.state in ('OPEN', 'INTERRUPTED') or m.starts_at > :recently)
                        """)
                        .param("me", me.value())
                        .param(
                                "recently",
                                clock.instant()
                                        .minus(java.time.Duration.ofDays(2))
                                        .atOffset(java.time.ZoneOffset.UTC))
                        .query((row, number) -> new MeetingId(row.getObject("meeting_id", UUID.class)))
                        .list()
                        .forEach(id -> meetings.findById(id)
                                .filter(it -> access.has(it.organization(), Role.SUBSTITUTE) && isTheirTime(it))
                                .ifPresent(it -> it.agenda().numbered().forEach(item -> items.add(item.id())))));
        return items;
    }

    boolean isCalled(MeetingId meeting, PersonId person) {
        return database.sql("""
                        select count(*) from meeting_invitation
                        where meeting_id = ? and person_id = ? and stands_in_for is not null and withdrawn_at is null
                        """)
                        .params(meeting.value(), person.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private boolean isTheirTime(Meeting meeting) {
        var zone = councils.body(councils.organization(meeting.organization()).body())
                .zone();
        return switch (meeting.state()) {
            case OPEN, INTERRUPTED -> true;
            case CONVENED, CLOSED ->
                !LocalDate.ofInstant(clock.instant(), zone)
                        .isAfter(meeting.startsAt().atZone(zone).toLocalDate());
            case PLANNED, CANCELLED -> false;
        };
    }
}
