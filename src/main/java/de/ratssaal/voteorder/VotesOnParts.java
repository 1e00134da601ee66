package de.ratssaal.voteorder;

import de.ratssaal.amendment.AmendmentGuard;
import de.ratssaal.amendment.AmendmentId;
import de.ratssaal.amendment.AmendmentOrder;
import de.ratssaal.amendment.AmendmentRow;
import de.ratssaal.amendment.AmendmentSummary;
import de.ratssaal.amendment.Amendments;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.Role;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.ItemState;
import de.ratssaal.meeting.MeetingHold;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.paper.ItemWording;
import de.ratssaal.paper.PaperWordings;
import de.ratssaal.rules.Majority;
import de.ratssaal.voting.PollConduct;
import de.ratssaal.voting.PollId;
import de.ratssaal.voting.PollPurpose;
import de.ratssaal.voting.PollQuestion;
import de.ratssaal.voting.PollState;
import de.ratssaal.voting.Polls;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the chair, or the secretariat for them, puts to the vote before the whole: amendments and single points. */
@Service
@Transactional
public class VotesOnParts {

    private static final String JOB = "voteorder";

    private final VotesInOrder votes;
    private final VoteParts parts;
    private final AmendmentWords words;
    private final AmendmentOrder order;
    private final Amendments amendments;
    private final ObjectProvider<AmendmentGuard> guards;
    private final PaperWordings wordings;
    private final PollConduct conduct;
    private final Polls polls;
    private final Meetings meetings;
    private final MeetingHold hold;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    VotesOnParts(
            VotesInOrder votes,
            VoteParts parts,
            AmendmentWords words,
            AmendmentOrder order,
            Amendments amendments,
            ObjectProvider<AmendmentGuard> guards,
            PaperWordings wordings,
            PollConduct conduct,
            Polls polls,
            Meetings meetings,
            MeetingHold hold,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.votes = votes;
        this.parts = parts;
        this.words = words;
        this.order = order;
        this.amendments = amendments;
        this.guards = guards;
        this.wordings = wordings;
        this.conduct = conduct;
        this.polls = polls;
        this.meetings = meetings;
        this.hold = hold;
        this.events = events;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Puts an amendment to the vote. Pressed again while its vote runs, it changes nothing.
     *
     * @throws Refusal if another one goes before it in the order, it is decided, or does not fit the text any more
     */
    public PollId putToVote(AgendaItemId item, AmendmentId amendment) {
        var meeting = begin(item);
        var running = running(item, it -> amendment.equals(it.amendment()));
        if (running.isPresent()) {
            return running.get();
        }
        var now = access.asSystem(JOB, () -> votes.of(meeting, item));
        var first = now.openAmendments().stream().findFirst();
        if (now.openAmendments().stream().noneMatch(it -> it.id().equals(amendment))) {
            throw new Refusal("voteorder.amendment.not-open");
        }
        if (first.filter(it -> !it.id().equals(amendment)).isPresent()) {
            throw new Refusal(
                    "voteorder.amendment.not-next",
                    first.get().row().amendment().number());
        }
        var moved = first.get().row().amendment();
        if (moved.toCheck()) {
            throw new Refusal("voteorder.amendment.to-check");
        }
        guards.forEach(it -> it.requireMayBeVotedOn(item, amendment));
        var poll = conduct.putPartToVote(
                meeting, item, words.question(moved), PollPurpose.AMENDMENT, Majority.OF_VOTES_CAST);
        parts.addAmendment(poll, meeting, item, amendment, clock.instant());
        return poll;
    }

    /**
     * Gives the amendments that are still to be voted on another order; those that are decided keep their places before them.
     *
     * @param wanted every amendment that is still open, in the new order
     * @param reason kept on record
     * @throws Refusal if the reason is missing, a vote runs, or the amendments are not those that are open
     */
    public void rearrange(AgendaItemId item, List<AmendmentId> wanted, String reason) {
        var meeting = begin(item);
        requireNoVote(meeting);
        var on = wording(item);
        var open = access.asSystem(JOB, () -> votes.of(meeting, item)).openAmendments().stream()
                .map(VoteStep.OfAmendment::id)
                .toList();
        if (open.size() != wanted.size() || !List.copyOf(wanted).containsAll(open)) {
            throw new Refusal("amendment.order.overtaken");
        }
        var all = amendments.of(on.paper()).stream()
                .map(AmendmentRow::amendment)
                .filter(it -> it.number() > 0)
                .map(AmendmentSummary::id)
                .toList();
        var left = wanted.iterator();
        order.arrange(
                on.paper(),
                all.stream().map(it -> open.contains(it) ? left.next() : it).toList(),
                reason);
        changed(meeting);
    }

    /**
     * The points of the text are voted on one by one. Pressed again, it changes nothing.
     *
     * @throws Refusal if something goes before the vote on the text, or it has not several points
     */
    public void separate(AgendaItemId item) {
        var meeting = begin(item);
        requireAtHand(meeting, item);
        requireNoVote(meeting);
        var now = access.asSystem(JOB, () -> votes.of(meeting, item));
        if (now.separation() == VoteOrder.Separation.CHOSEN || now.separation() == VoteOrder.Separation.BEGUN) {
            return;
        }
        if (now.separation() == VoteOrder.Separation.IMPOSSIBLE) {
            throw new Refusal("voteorder.separate.impossible");
        }
        var text = wording(item).current();
        var at = clock.instant();
        parts.separation(item)
                .ifPresent(it -> parts.end(it.id(), at)); // of a text that is not before the meeting any more
        parts.separate(
                meeting, item, text, at, access.signedIn().map(SignedIn::name).orElse("system"));
        events.publishEvent(new PointsSeparated(
                meeting, item, text.fingerprint(), text.points().size(), at));
        changed(meeting);
    }

    /**
     * The text is voted on as a whole after all. Pressed again, it changes nothing.
     *
     * @throws Refusal if a point is decided already, or a vote runs
     */
    public void joinAgain(AgendaItemId item) {
        var meeting = begin(item);
        requireNoVote(meeting);
        var now = access.asSystem(JOB, () -> votes.of(meeting, item));
        if (now.separation() == VoteOrder.Separation.BEGUN) {
            throw new Refusal("voteorder.separate.begun");
        }
        parts.separation(item).ifPresent(it -> {
            parts.end(it.id(), clock.instant());
            events.publishEvent(new PointsJoined(meeting, item, clock.instant()));
            changed(meeting);
        });
    }

    /**
     * Puts one point of the text to the vote. Pressed again while its vote runs, it changes nothing.
     *
     * @param point counted from 1
     * @throws Refusal if the points are not separated, it is decided, or the text was changed since
     */
    public PollId putPointToVote(AgendaItemId item, int point) {
        var meeting = begin(item);
        var running = running(item, it -> it.point() == point);
        if (running.isPresent()) {
            return running.get();
        }
        var now = access.asSystem(JOB, () -> votes.of(meeting, item));
        var step = now.steps().stream()
                .filter(VoteStep.OfPoint.class::isInstance)
                .map(VoteStep.OfPoint.class::cast)
                .filter(it -> it.number() == point && !it.isDone())
                .findFirst()
                .orElseThrow(() -> new Refusal("voteorder.point.not-open"));
        if (now.next().filter(VoteStep.OfPoint.class::isInstance).isEmpty()) {
            throw new Refusal("voteorder.separate.impossible");
        }
        var separated = parts.separation(item).orElseThrow();
        var asked = new PollQuestion(
                words.text(
                        "voteorder.point.question",
                        step.point().label(),
                        wording(item).own().title()),
                step.point().wording(),
                null,
                false);
        var poll = conduct.putPartToVote(meeting, item, asked, PollPurpose.POINT, Majority.OF_VOTES_CAST);
        parts.addPoint(poll, meeting, item, separated.id(), point, clock.instant());
        return poll;
    }

    private Optional<PollId> running(AgendaItemId item, Predicate<VoteParts.Part> part) {
        return parts.of(item).stream()
                .filter(part)
                .map(VoteParts.Part::poll)
                .filter(it -> polls.poll(it).state() == PollState.OPEN)
                .findFirst();
    }

    private MeetingId begin(AgendaItemId item) {
        var meeting = meetings.meetingOf(item).orElseThrow(() -> unknown(item));
        hold.take(meeting);
        access.require(meetings.meeting(meeting).organization(), Role.CHAIR, Role.DEPUTY_CHAIR, Role.SECRETARIAT);
        return meeting;
    }

    private void requireAtHand(MeetingId meeting, AgendaItemId item) {
        if (meetings.meeting(meeting).state() != MeetingState.OPEN) {
            throw new Refusal("voting.open.meeting-not-open");
        }
        if (meetings.agenda(meeting).stream()
                .filter(it -> it.id().equals(item))
                .map(AgendaItemSummary::state)
                .noneMatch(ItemState.CALLED::equals)) {
            throw new Refusal("voting.open.item-not-called");
        }
    }

    private void requireNoVote(MeetingId meeting) {
        if (polls.of(meeting).stream().anyMatch(it -> it.state() == PollState.OPEN)) {
            throw new Refusal("voting.item.poll-is-open");
        }
    }

    private ItemWording wording(AgendaItemId item) {
        return wordings.on(item).orElseThrow(() -> new Refusal("paper.change.nothing-to-vote-on"));
    }

    private void changed(MeetingId meeting) {
        notices.changed(ChangeNotices.meeting(meeting.value()));
    }

    private static NoSuchElementException unknown(AgendaItemId item) {
        return new NoSuchElementException("agenda item " + item);
    }
}
