package de.ratssaal.support;

import de.ratssaal.amendment.AmendmentGuard;
import de.ratssaal.amendment.AmendmentId;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.identity.Access;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.voting.MotionGuard;
import de.ratssaal.voting.ProceduralMotion;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Nothing is put to the vote that needs more supporters than it has. How many there were at that moment stays, whoever leaves while
 * it is voted on.
 */
@Component
class EnoughSupport implements MotionGuard, AmendmentGuard {

    private final MovedOnItem moved;
    private final SupportRows rows;
    private final Meetings meetings;
    private final ApplicationEventPublisher events;
    private final Access access;
    private final Clock clock;

    EnoughSupport(
            MovedOnItem moved,
            SupportRows rows,
            Meetings meetings,
            ApplicationEventPublisher events,
            Access access,
            Clock clock) {
        this.moved = moved;
        this.rows = rows;
        this.meetings = meetings;
        this.events = events;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public void requireMayBeVotedOn(MeetingId meeting, ProceduralMotion motion) {
        require(
                meeting,
                motion.item(),
                new Subject(SupportKind.PROCEDURE, motion.id().value()));
    }

    @Override
    public void requireMayBeFoundUrgent(MeetingId meeting, AgendaItemId item) {
        require(meeting, item, new Subject(SupportKind.URGENCY, item.value()));
    }

    @Override
    public void requireMayBeVotedOn(AgendaItemId item, AmendmentId amendment) {
        meetings.meetingOf(item)
                .ifPresent(it -> require(it, item, new Subject(SupportKind.AMENDMENT, amendment.value())));
    }

    @Override
    public void requireLacksSupport(MeetingId meeting, ProceduralMotion motion) {
        requireLacks(
                meeting,
                motion.item(),
                new Subject(SupportKind.PROCEDURE, motion.id().value()));
    }

    @Override
    public void requireLacksSupport(AgendaItemId item, AmendmentId amendment) {
        var meeting = meetings.meetingOf(item).orElseThrow(() -> new Refusal("support.nothing-to-support"));
        requireLacks(meeting, item, new Subject(SupportKind.AMENDMENT, amendment.value()));
    }

    private void requireLacks(MeetingId meeting, AgendaItemId item, Subject subject) {
        var lacking = access.asSystem("support", () -> moved.on(meeting, item))
                .find(subject)
                .filter(it -> !it.isPutToVote() && !it.count().isReached())
                .orElseThrow(() -> new Refusal("support.not-lacking"));
        var now = clock.instant();
        var count = lacking.count();
        if (rows.keepFound(meeting, item, subject, count, now)) {
            events.publishEvent(new SupportMissed(meeting, item, subject, count.counted(), count.needed(), now));
        }
    }

    private void require(MeetingId meeting, AgendaItemId item, Subject subject) {
        access.asSystem("support", () -> moved.on(meeting, item)).find(subject).ifPresent(it -> {
            require(it); // also of what was found before: too few stays too few
            if (!it.isPutToVote()) {
                keep(meeting, item, it);
            }
        });
    }

    private void keep(MeetingId meeting, AgendaItemId item, Supported it) {
        var now = clock.instant();
        var count = it.count();
        if (rows.keepFound(meeting, item, it.subject(), count, now)) {
            events.publishEvent(new SupportFound(
                    meeting, item, it.subject(), count.counted(), count.needed(), count.byGroup(), now));
        }
    }

    /** @throws RuleViolation if there are not enough */
    static void require(Supported moved) {
        var count = moved.count();
        if (!count.isReached()) {
            throw new RuleViolation("support.not-enough", moved.source(), count.counted(), count.needed());
        }
    }
}
