package de.ratssaal.meeting;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MemberSummary;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Calling substitutes to a meeting and releasing them. For who convenes it, and for the application itself. */
@Service
@Transactional
public class Substitutes {

    private final MeetingRepository meetings;
    private final Channels channels;
    private final Councils councils;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    Substitutes(
            MeetingRepository meetings,
            Channels channels,
            Councils councils,
            JdbcClient database,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.meetings = meetings;
        this.channels = channels;
        this.councils = councils;
        this.database = database;
        this.events = events;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /**
     * A substitute who is called.
     *
     * @param member whose seat they take
     */
    public record Called(PersonId substitute, PersonId member) {}

    /** Who is called at present. Whom a member is represented by is no secret among those who may see the meeting. */
    @Transactional(readOnly = true)
    public List<Called> called(MeetingId id) {
        if (!access.isSystem()) {
            access.require();
        }
        return present(id);
    }

    /**
     * Invites a substitute by the way they agreed to. Asked again, it changes nothing.
     *
     * @throws Refusal if the person is no substitute on the day of the meeting, another one has the seat already, or the
     *     meeting is not convened or over
     */
    public void call(MeetingId id, PersonId substitute) {
        var meeting = forAct(id);
        if (meeting.state() != MeetingState.CONVENED && !meeting.state().isRunning()) {
            throw new Refusal("meeting.invitation.not-convened");
        }
        var member = standsInFor(meeting, substitute);
        if (present(id).stream()
                .anyMatch(it -> it.member().equals(member) && !it.substitute().equals(substitute))) {
            throw new Refusal("meeting.substitute.seat-taken");
        }
        var now = clock.instant();
        var body = councils.organization(meeting.organization()).body();
        database.sql("""
                        insert into meeting_invitation (meeting_id, person_id, sent_at, channel, stands_in_for)
                        values (:meeting, :person, :now, :channel, :member)
                        on conflict (meeting_id, person_id) do update set sent_at = excluded.sent_at,
                            channel = excluded.channel, stands_in_for = excluded.stands_in_for, withdrawn_at = null,
                            delivered_at = null, way = null, failure = null, opened_at = null,
                            times = meeting_invitation.times + 1
                        where meeting_invitation.withdrawn_at is not null
                            -- before substitutes were called, they were invited with the members
                            or meeting_invitation.stands_in_for is null
                        returning times
                        """)
                .param("meeting", id.value())
                .param("person", substitute.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("channel", channels.known(substitute, body).channel().name())
                .param("member", member.value())
                .query(Integer.class)
                .optional()
                .ifPresent(times -> {
                    events.publishEvent(
                            new SubstituteCalled(id, meeting.organization(), substitute, member, times, now));
                    notices.changed(ChangeNotices.meeting(id.value()));
                });
    }

    /** A substitute is not needed after all. Asked again, it changes nothing. */
    public void release(MeetingId id, PersonId substitute) {
        var meeting = forAct(id);
        var now = clock.instant();
        database.sql("""
                        update meeting_invitation set withdrawn_at = ?
                        where meeting_id = ? and person_id = ? and stands_in_for is not null and withdrawn_at is null
                        returning stands_in_for, times
                        """)
                .params(OffsetDateTime.ofInstant(now, ZoneOffset.UTC), id.value(), substitute.value())
                .query((row, number) -> new SubstituteReleased(
                        id,
                        meeting.organization(),
                        substitute,
                        new PersonId(row.getObject("stands_in_for", UUID.class)),
                        row.getInt("times"),
                        now))
                .optional()
                .ifPresent(released -> {
                    events.publishEvent(released);
                    notices.changed(ChangeNotices.meeting(id.value()));
                });
    }

    private List<Called> present(MeetingId id) {
        return database.sql("""
                        select person_id, stands_in_for from meeting_invitation
                        where meeting_id = ? and stands_in_for is not null and withdrawn_at is null
                        """)
                .param(id.value())
                .query((row, number) -> new Called(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        new PersonId(row.getObject("stands_in_for", UUID.class))))
                .list();
    }

    private PersonId standsInFor(Meeting meeting, PersonId substitute) {
        var zone = councils.body(councils.organization(meeting.organization()).body())
                .zone();
        var day = LocalDate.ofInstant(meeting.startsAt(), zone);
        return councils.member(meeting.organization(), substitute, day)
                .map(MemberSummary::standsInFor)
                .or(Optional::empty)
                .orElseThrow(() -> new Refusal("meeting.substitute.none"));
    }

    private Meeting forAct(MeetingId id) {
        var meeting = meetings.findForAct(id).orElseThrow(() -> new NoSuchElementException("meeting " + id));
        access.require(meeting.organization(), Role.SECRETARIAT, Role.CHAIR, Role.DEPUTY_CHAIR);
        return meeting;
    }
}
