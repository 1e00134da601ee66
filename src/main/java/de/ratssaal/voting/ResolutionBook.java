package de.ratssaal.voting;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingHold;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingLinks;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was resolved, item by item. */
@Service
@Transactional
public class ResolutionBook {

    private final Meetings meetings;
    private final MeetingHold hold;
    /** The book of a running term and the one before. */
    private static final Duration BOOK_GOES_BACK = Duration.ofDays(10 * 366);

    private final PollRepository polls;
    private final ObjectProvider<OtherResolutions> others;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    ResolutionBook(
            Meetings meetings,
            MeetingHold hold,
            PollRepository polls,
            ObjectProvider<OtherResolutions> others,
            JdbcClient database,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.meetings = meetings;
        this.hold = hold;
        this.polls = polls;
        this.others = others;
        this.database = database;
        this.events = events;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Settles an item without a vote: deferred, referred, noted or withdrawn. For the chair and the secretariat.
     *
     * @throws Refusal if a vote on the item runs, or the item is settled otherwise
     */
    public void record(MeetingId meeting, AgendaItemId item, Outcome outcome) {
        hold.take(meeting);
        access.require(meetings.meeting(meeting).organization(), Role.CHAIR, Role.DEPUTY_CHAIR, Role.SECRETARIAT);
        if (outcome.needsPoll()) {
            throw new Refusal("voting.record.needs-vote");
        }
        if (!meetings.meeting(meeting).state().isRunning()) {
            throw new Refusal("voting.open.meeting-not-open");
        }
        var agendaItem = item(meeting, item);
        if (of(meeting).stream().anyMatch(it -> it.item().equals(item) && it.outcome() == outcome)) {
            return;
        }
        requireUnsettled(meeting, item);
        if (polls.findByItem(item).stream().anyMatch(it -> it.state() == PollState.OPEN)) {
            throw new Refusal("voting.item.poll-is-open");
        }
        var settled = new PollQuestion(agendaItem.title(), "", null, false);
        enter(meeting, item, null, outcome, settled, agendaItem.isPublic(), clock.instant());
    }

    /**
     * Settles an item of which each point was rejected by itself: nothing is left on which to vote as a whole. For chair and
     * secretariat.
     *
     * @param rejected the whole, as it was put to the vote in its points
     * @throws Refusal if a vote on the item runs, or the item is settled
     */
    public void rejectByPoints(MeetingId meeting, AgendaItemId item, PollQuestion rejected) {
        hold.take(meeting);
        access.require(meetings.meeting(meeting).organization(), Role.CHAIR, Role.DEPUTY_CHAIR, Role.SECRETARIAT);
        requireUnsettled(meeting, item);
        var points = polls.findByItem(item).stream()
                .map(Poll::summary)
                .filter(it -> it.purpose() == PollPurpose.POINT && it.holds())
                .toList();
        if (points.isEmpty() || points.getLast().outcome() != Outcome.REJECTED) {
            throw new Refusal("voting.record.needs-vote");
        }
        if (polls.findByItem(item).stream().anyMatch(it -> it.state() == PollState.OPEN)) {
            throw new Refusal("voting.item.poll-is-open");
        }
        enter(
                meeting,
                item,
                null,
                Outcome.REJECTED,
                rejected,
                item(meeting, item).isPublic(),
                clock.instant());
    }

    /** A vote on a point is taken again: that all points were rejected holds no longer. */
    void annulByPoints(AgendaItemId item, Instant at) {
        database.sql(
                        "update voting_resolution set annulled_at = ? where item_id = ? and by_points and annulled_at is null")
                .params(at.atOffset(ZoneOffset.UTC), item.value())
                .update();
    }

    /**
     * Takes back what was recorded of an item without a vote; the item is open again. For the chair and the secretariat. Asked again,
     * it changes nothing.
     *
     * @throws Refusal if it was voted on: that is taken again, not back
     */
    public void takeBack(MeetingId meeting, AgendaItemId item, String reason) {
        hold.take(meeting);
        access.require(meetings.meeting(meeting).organization(), Role.CHAIR, Role.DEPUTY_CHAIR, Role.SECRETARIAT);
        if (!meetings.meeting(meeting).state().isRunning()) {
            throw new Refusal("voting.open.meeting-not-open");
        }
        if (reason.isBlank()) {
            throw new Refusal("voting.annul.reason-missing");
        }
        var recorded = of(meeting).stream().filter(it -> it.item().equals(item)).findFirst();
        if (recorded.isEmpty()) {
            return;
        }
        if (recorded.get().poll() != null || isVotedOnOtherwise(item)) {
            throw new Refusal("voting.take-back.voted");
        }
        var now = clock.instant();
        database.sql("insert into voting_taken_back (resolution_id, reason, taken_back_at) values (?, ?, ?)")
                .params(recorded.get().id(), reason.strip(), now.atOffset(ZoneOffset.UTC))
                .update();
        database.sql("update voting_resolution set annulled_at = ? where id = ?")
                .params(now.atOffset(ZoneOffset.UTC), recorded.get().id())
                .update();
        events.publishEvent(new OutcomeTakenBack(meeting, item, recorded.get().outcome(), reason.strip(), now));
        notices.changed(ChangeNotices.meeting(meeting.value()));
    }

    /** Whether a motion on the procedure settled the item, or the votes on its points: that was voted on, too. */
    private boolean isVotedOnOtherwise(AgendaItemId item) {
        return database.sql("""
                        select exists (select from voting_motion where item_id = :item and state = 'ADOPTED'
                                and kind in ('DEFER', 'REFER', 'PASS_TO_NEXT_ITEM'))
                            or exists (select from voting_resolution
                                where item_id = :item and by_points and annulled_at is null)
                        """)
                .param("item", item.value())
                .query(Boolean.class)
                .single();
    }

    /** The result of a poll holds no longer. */
    void annul(PollId poll, Instant at) {
        database.sql("update voting_resolution set annulled_at = ? where poll_id = ?")
                .params(at.atOffset(ZoneOffset.UTC), poll.value())
                .update();
    }

    /** One item, one result: what is taken up again in a later meeting is an item of its own there. */
    void requireUnsettled(MeetingId meeting, AgendaItemId item) {
        if (isSettled(meeting, item)) {
            throw new Refusal("voting.record.settled");
        }
    }

    boolean isSettled(MeetingId meeting, AgendaItemId item) {
        return query(meeting, false).stream().anyMatch(it -> it.item().equals(item));
    }

    void settle(PollSummary poll) {
        var outcome = poll.outcome();
        var closedAt = poll.closedAt();
        if (outcome == null || closedAt == null) {
            throw new IllegalStateException("poll %s has no result".formatted(poll.id()));
        }
        // the public may have been excluded from the item after the poll was prepared
        var isPublic = poll.isPublic() && item(poll.meeting(), poll.item()).isPublic();
        enter(poll.meeting(), poll.item(), poll.id(), outcome, poll.question(), isPublic, closedAt);
    }

    private void enter(
            MeetingId meeting,
            AgendaItemId item,
            @Nullable PollId poll,
            Outcome outcome,
            PollQuestion settled,
            boolean isPublic,
            Instant at) {
        database.sql("""
                        insert into voting_resolution (id, meeting_id, item_id, poll_id, outcome, question, wording,
                            proposal, fingerprint, proposal_fingerprint, is_public, decided_at, by_points)
                        values (:id, :meeting, :item, :poll, :outcome, :question, :wording, :proposal, :fingerprint,
                            :proposalFingerprint, :isPublic, :at, :byPoints)
                        """)
                .param("id", UUID.randomUUID())
                .param("meeting", meeting.value())
                .param("item", item.value())
                .param("poll", poll == null ? null : poll.value())
                .param("outcome", outcome.name())
                .param("question", settled.question())
                .param("wording", settled.wording())
                .param("proposal", settled.proposal())
                .param("fingerprint", settled.fingerprint())
                .param("proposalFingerprint", settled.proposalFingerprint())
                .param("isPublic", isPublic)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("byPoints", poll == null && outcome == Outcome.REJECTED)
                .update();
        events.publishEvent(new ItemResolved(meeting, item, outcome, settled.fingerprint(), isPublic, at));
        notices.changed(ChangeNotices.meeting(meeting.value()));
    }

    /** Resolutions of a meeting in the order in which they were taken, without what whoever asks may not see. */
    @Transactional(readOnly = true)
    public List<Resolution> of(MeetingId meeting) {
        meetings.meeting(meeting);
        return query(meeting, !meetings.maySeeNonPublic(meeting));
    }

    /** The public's resolutions of a meeting. For the application itself, when it publishes. */
    @Transactional(readOnly = true)
    public List<Resolution> publicOf(MeetingId meeting) {
        access.requireSystem();
        return query(meeting, true);
    }

    /**
     * What an organization resolved in the last years that whoever asks may see, in meetings and otherwise, the latest first. What was
     * only put off or noted is no resolution.
     */
    @Transactional(readOnly = true)
    public List<BookEntry> of(OrganizationId organization) {
        var now = clock.instant();
        var seen =
                meetings
                        .calendar(List.of(organization), now.minus(BOOK_GOES_BACK), now.plus(Duration.ofDays(1)))
                        .stream()
                        .collect(Collectors.toMap(MeetingSummary::id, it -> meetings.maySeeNonPublic(it.id())));
        var inMeetings = database
                .sql("""
                        select * from voting_resolution where meeting_id = any(?) and annulled_at is null
                        order by decided_at, id
                        """)
                .param(seen.keySet().stream().map(MeetingId::value).toArray(UUID[]::new))
                .query((row, number) -> resolution(row))
                .list()
                .stream()
                .filter(it -> it.outcome().needsPoll())
                .filter(it -> it.isPublic() || Boolean.TRUE.equals(seen.get(it.meeting())))
                .map(ResolutionBook::entry);
        return Stream.concat(inMeetings, others.stream().flatMap(it -> it.of(organization).stream()))
                .sorted(Comparator.comparing(BookEntry::decidedAt).reversed().thenComparing(BookEntry::id))
                .toList();
    }

    private static BookEntry entry(Resolution resolution) {
        return new BookEntry(
                resolution.id(),
                resolution.question(),
                resolution.wording(),
                resolution.outcome(),
                resolution.isPublic(),
                false,
                resolution.decidedAt(),
                MeetingLinks.meeting(resolution.meeting()));
    }

    private List<Resolution> query(MeetingId meeting, boolean publicOnly) {
        return database.sql("""
                        select * from voting_resolution where meeting_id = ? and annulled_at is null and (is_public or not ?)
                        order by decided_at, id
                        """)
                .params(meeting.value(), publicOnly)
                .query((row, number) -> resolution(row))
                .list();
    }

    private static Resolution resolution(ResultSet row) throws SQLException {
        var poll = row.getObject("poll_id", UUID.class);
        return new Resolution(
                row.getObject("id", UUID.class),
                new MeetingId(row.getObject("meeting_id", UUID.class)),
                new AgendaItemId(row.getObject("item_id", UUID.class)),
                poll == null ? null : new PollId(poll),
                Outcome.valueOf(row.getString("outcome")),
                row.getString("question"),
                row.getString("wording"),
                row.getString("proposal"),
                row.getString("fingerprint"),
                row.getBoolean("is_public"),
                row.getObject("decided_at", OffsetDateTime.class).toInstant());
    }

    private AgendaItemSummary item(MeetingId meeting, AgendaItemId item) {
        return meetings.agenda(meeting).stream()
                .filter(it -> it.id().equals(item))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("agenda item " + item));
    }
}
