package de.ratssaal.floor;

import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MembershipRole;
import java.time.Clock;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Who may ask for the floor, and when. The meeting is held by whoever calls. */
@Component
class Requests {

    private final Meetings meetings;
    private final AttendanceRegister attendance;
    private final Councils councils;
    private final SpeakersLists lists;
    private final FloorRows rows;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Requests(
            Meetings meetings,
            AttendanceRegister attendance,
            Councils councils,
            SpeakersLists lists,
            FloorRows rows,
            ApplicationEventPublisher events,
            Clock clock) {
        this.meetings = meetings;
        this.attendance = attendance;
        this.councils = councils;
        this.lists = lists;
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    /** Puts a member on the list. Whoever waits for the same already stays where they are. */
    RequestId add(MeetingSummary meeting, AgendaItemId item, PersonId person, SpeechKind kind, boolean enteredFor) {
        requireAtHand(meeting, item);
        requireMaySpeak(meeting, item, person);
        var floor = lists.of(meeting, item);
        var already = floor.waitingOf(person).stream()
                .filter(it -> it.kind() == kind && it.state() == RequestState.WAITING)
                .findFirst();
        if (already.isPresent()) {
            return already.get().id();
        }
        requireOpen(floor, kind);
        var replyTo = kind == SpeechKind.REPLY ? answerable(meeting, floor, person) : null;
        var id = RequestId.next();
        var now = clock.instant();
        rows.addMember(id, meeting.id(), item, person, kind, replyTo, enteredFor, now);
        events.publishEvent(new FloorRequested(id, meeting.id(), item, kind, person, now));
        return id;
    }

    /** @throws Refusal if the meeting does not run, or the item is not before it */
    void requireAtHand(MeetingSummary meeting, AgendaItemId item) {
        if (!meeting.state().isRunning()) {
            throw new Refusal("floor.ask.meeting-not-running");
        }
        if (meetings.agenda(meeting.id()).stream().noneMatch(it -> it.id().equals(item))) {
            throw new NoSuchElementException("agenda item " + item);
        }
        if (!item.equals(meeting.currentItem())) {
            throw new Refusal("floor.ask.item-not-called");
        }
    }

    static void requireOpen(Floor floor, SpeechKind kind) {
        if (floor.isClosed() && kind.needsOpenList()) {
            throw new Refusal("floor.ask.closed");
        }
    }

    private void requireMaySpeak(MeetingSummary meeting, AgendaItemId item, PersonId person) {
        var member = councils.member(meeting.organization(), person, meeting.day())
                .filter(it -> it.role() != MembershipRole.GUEST)
                .orElseThrow(() -> new Refusal("floor.ask.not-a-member"));
        if (attendance.present(meeting.id()).stream()
                .noneMatch(it -> it.person().equals(person))) {
            throw new Refusal("floor.ask.not-present");
        }
        if (member.standsInFor() != null
                && !attendance.holdingVotes(meeting.id()).contains(person)) {
            throw new Refusal("floor.ask.not-a-member");
        }
        if (attendance.recusals(meeting.id()).stream()
                .anyMatch(it -> it.item().equals(item) && it.person().equals(person))) {
            throw new RuleViolation(
                    "floor.ask.recused",
                    councils.rules(meeting.organization(), meeting.day())
                            .recusal()
                            .source());
        }
        requireAlone(meeting, item, person);
    }

    /** @throws RuleViolation if somebody may be listening where they are (R17) */
    void requireAlone(MeetingSummary meeting, AgendaItemId item, @Nullable PersonId person) {
        if (person != null && attendance.mustConfirmAlone(meeting.id(), item).contains(person)) {
            throw new RuleViolation(
                    "floor.ask.not-alone",
                    councils.rules(meeting.organization(), meeting.day())
                            .publicity()
                            .source());
        }
    }

    private @Nullable RequestId answerable(MeetingSummary meeting, Floor floor, PersonId person) {
        var rule = councils.rules(meeting.organization(), meeting.day()).speaking();
        if (!rule.replies()) {
            throw new RuleViolation("floor.ask.no-replies", rule.source());
        }
        if (floor.answerable() == null) {
            throw new Refusal("floor.ask.nothing-to-reply-to");
        }
        if (!floor.mayReply(person)) {
            throw new RuleViolation("floor.ask.replied", rule.source());
        }
        return Objects.requireNonNull(floor.answerable()).id();
    }
}
