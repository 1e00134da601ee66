package de.ratssaal.distribution;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.Channel;
import de.ratssaal.meeting.DeliveryWay;
import de.ratssaal.meeting.Invitations;
import de.ratssaal.meeting.MeetingConvened;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingLookedAt;
import de.ratssaal.meeting.Meetings;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the invited are told after one another, and the record of how it reached each. */
@Service
@Transactional
public class Rounds {

    private final Meetings meetings;
    private final Invitations invitations;
    private final TakingStock stock;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    Rounds(
            Meetings meetings,
            Invitations invitations,
            TakingStock stock,
            JdbcClient database,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.meetings = meetings;
        this.invitations = invitations;
        this.stock = stock;
        this.database = database;
        this.events = events;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /** What was told after the invitation, the latest first. For those who convene the meeting and the application. */
    @Transactional(readOnly = true)
    public List<Round> of(MeetingId id) {
        requireWhoConvenes(id);
        return database.sql("""
                        select number, kind, sent_at, note from distribution_round
                        where meeting_id = ? and number > 0 order by number desc
                        """)
                .param(id.value())
                .query((row, at) -> new Round(
                        row.getInt("number"),
                        RoundKind.valueOf(row.getString("kind")),
                        row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                        row.getString("note"),
                        deliveries(id, row.getInt("number"))))
                .list();
    }

    /** For the application, when it writes letters: what one round told a person, as far as they may know it now. */
    @Transactional(readOnly = true)
    public List<Change> toldTo(MeetingId id, int number, PersonId person) {
        access.requireSystem();
        var now = contents(id, number).orElse(null);
        var before = contentsBefore(id, number).orElse(null);
        if (now == null || before == null) {
            return List.of();
        }
        var attends = meetings.attendsNonPublic(id, person);
        return now.readableBy(attends).since(before.readableBy(attends), now);
    }

    /** The meeting is called off: those are told who learned of it. Told again, it changes nothing. For the application. */
    public void callOff(MeetingId id, Collection<PersonId> persons, String reason) {
        access.requireSystem();
        meetings.hold(id);
        begin(id, RoundKind.CANCELLATION, "", reason, null, persons);
    }

    /**
     * A substitute is told that they are not needed after all. Told again, it changes nothing. For the application.
     *
     * @param times which call to this meeting is taken back
     */
    public void release(MeetingId id, PersonId substitute, int times) {
        access.requireSystem();
        meetings.hold(id);
        begin(id, RoundKind.RELEASE, substitute + "/" + times, "", null, List.of(substitute));
    }

    /**
     * A member who comes after all is told that their substitute does not, in the transaction in which that happens.
     *
     * @param substitute full name of whom they know as their substitute
     */
    void takeBack(MeetingId id, PersonId member, String substitute) {
        begin(id, RoundKind.RETURN, member + "/" + clock.instant(), substitute, null, List.of(member));
    }

    /** @return its number; nothing if it was told before */
    OptionalInt begin(
            MeetingId id,
            RoundKind kind,
            String subject,
            String note,
            @Nullable Contents contents,
            Collection<PersonId> persons) {
        var now = clock.instant();
        var number = database.sql("""
                        insert into distribution_round (meeting_id, number, kind, subject, sent_at, note, contents)
                        select :meeting, greatest(1, coalesce(max(number), 0) + 1), :kind, :subject, :now, :note, :contents
                        from distribution_round where meeting_id = :meeting
                        on conflict (meeting_id, kind, subject) do nothing
                        returning number
                        """)
                .param("meeting", id.value())
                .param("kind", kind.name())
                .param("subject", subject)
                .param("now", utc(now))
                .param("note", note)
                .param("contents", contents == null ? null : contents.write())
                .query(Integer.class)
                .optional();
        if (number.isEmpty()) {
            return OptionalInt.empty();
        }
        var byMail = new ArrayList<PersonId>();
        var onPaper = 0;
        for (var person : persons) {
            var channel = access.asSystem(
                    TakingStock.JOB, () -> invitations.wayTo(id, person).channel());
            database.sql("""
                            insert into distribution_delivery (meeting_id, number, person_id, channel)
                            values (?, ?, ?, ?)
                            """)
                    .params(id.value(), number.get(), person.value(), channel.name())
                    .update();
            if (channel == Channel.PRINT) {
                onPaper++;
            } else {
                byMail.add(person);
            }
        }
        events.publishEvent(new RoundSent(id, number.get(), kind, note, byMail, onPaper, now));
        notices.changed(ChangeNotices.meeting(id.value()));
        return OptionalInt.of(number.get());
    }

    /** With the invitation everything is told that the meeting holds then. */
    @EventListener
    void on(MeetingConvened event) {
        keepFirst(event.meeting(), event.at());
    }

    /** What was last told; of a meeting to which was invited before this was recorded, what it holds now. */
    Contents lastTold(MeetingId id) {
        return last(id).orElseGet(() -> {
            keepFirst(id, clock.instant());
            return last(id).orElseThrow();
        });
    }

    /** What was last told; nothing if that was not recorded. */
    Optional<Contents> last(MeetingId id) {
        return database.sql("""
                        select contents from distribution_round
                        where meeting_id = ? and contents is not null order by number desc limit 1
                        """)
                .param(id.value())
                .query(String.class)
                .optional()
                .map(Contents::read);
    }

    /** Number of the round that told last what the meeting holds. */
    int lastNumber(MeetingId id) {
        return database.sql("select max(number) from distribution_round where meeting_id = ? and contents is not null")
                .param(id.value())
                .query(Integer.class)
                .single();
    }

    private void keepFirst(MeetingId id, Instant at) {
        database.sql("""
                        insert into distribution_round (meeting_id, number, kind, subject, sent_at, note, contents)
                        values (?, 0, 'INVITATION', '', ?, '', ?) on conflict do nothing
                        """).params(id.value(), utc(at), stock.of(id).write()).update();
    }

    private Optional<Contents> contents(MeetingId id, int number) {
        return database.sql("""
                        select contents from distribution_round
                        where meeting_id = ? and number = ? and contents is not null
                        """)
                .params(id.value(), number)
                .query(String.class)
                .optional()
                .map(Contents::read);
    }

    private Optional<Contents> contentsBefore(MeetingId id, int number) {
        return database.sql("""
                        select contents from distribution_round
                        where meeting_id = ? and number < ? and contents is not null order by number desc limit 1
                        """)
                .params(id.value(), number)
                .query(String.class)
                .optional()
                .map(Contents::read);
    }

    private List<Delivery> deliveries(MeetingId id, int number) {
        return database.sql("""
                        select person_id, channel, delivered_at, way, failure, opened_at from distribution_delivery
                        where meeting_id = ? and number = ?
                        """)
                .params(id.value(), number)
                .query((row, at) -> {
                    var way = row.getString("way");
                    return new Delivery(
                            new PersonId(row.getObject("person_id", UUID.class)),
                            Channel.valueOf(row.getString("channel")),
                            instant(row.getObject("delivered_at", OffsetDateTime.class)),
                            way == null ? null : DeliveryWay.valueOf(way),
                            row.getString("failure"),
                            instant(row.getObject("opened_at", OffsetDateTime.class)));
                })
                .list();
    }

    /** The mail server took it over. Asked again, it changes nothing. */
    public void deliveredByMail(MeetingId id, int number, PersonId person) {
        requireWhoConvenes(id);
        deliver(id, number, person, DeliveryWay.MAIL);
    }

    /** The secretariat told the person by another way. Asked again, it changes nothing. */
    public void handedOver(MeetingId id, int number, PersonId person) {
        requireWhoConvenes(id);
        deliver(id, number, person, DeliveryWay.HANDED_OVER);
    }

    /** All letters of a round to those who get paper were given to them or to the post. Asked again, it changes nothing. */
    public void handedOverOnPaper(MeetingId id, int number) {
        requireWhoConvenes(id);
        deliveries(id, number).stream()
                .filter(it -> it.channel() == Channel.PRINT && it.deliveredAt() == null)
                .forEach(it -> deliver(id, number, it.person(), DeliveryWay.HANDED_OVER));
    }

    /** It could not be delivered by mail. */
    public void failed(MeetingId id, int number, PersonId person, String why) {
        requireWhoConvenes(id);
        database.sql("""
                        update distribution_delivery set failure = ?
                        where meeting_id = ? and number = ? and person_id = ? and delivered_at is null
                        """).params(why, id.value(), number, person.value()).update();
        notices.changed(ChangeNotices.meeting(id.value()));
    }

    private void deliver(MeetingId id, int number, PersonId person, DeliveryWay way) {
        var now = clock.instant();
        var changed = database.sql("""
                        update distribution_delivery set delivered_at = ?, way = ?, failure = null
                        where meeting_id = ? and number = ? and person_id = ? and delivered_at is null
                        """)
                .params(utc(now), way.name(), id.value(), number, person.value())
                .update();
        if (changed == 1) {
            events.publishEvent(new RoundDelivered(id, number, person, way, now));
            notices.changed(ChangeNotices.meeting(id.value()));
        }
    }

    /** Whoever opens the meeting has before them what was told until then. */
    @EventListener
    void on(MeetingLookedAt event) {
        var opened = database.sql("""
                        update distribution_delivery set opened_at = ?
                        where meeting_id = ? and person_id = ? and opened_at is null returning number
                        """)
                .params(utc(event.at()), event.meeting().value(), event.person().value())
                .query(Integer.class)
                .list();
        opened.forEach(it -> deliver(event.meeting(), it, event.person(), DeliveryWay.PORTAL));
    }

    private void requireWhoConvenes(MeetingId id) {
        access.require(meetings.meeting(id).organization(), Role.SECRETARIAT, Role.CHAIR, Role.DEPUTY_CHAIR);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
