package de.ratssaal.voteorder;

import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.attendance.MemberRecused;
import de.ratssaal.attendance.Standing;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.ItemState;
import de.ratssaal.meeting.MeetingConduct;
import de.ratssaal.meeting.MeetingHold;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.voting.ItemResolved;
import de.ratssaal.voting.PollCancelled;
import de.ratssaal.voting.PollClosed;
import de.ratssaal.voting.PollConduct;
import de.ratssaal.voting.PollId;
import de.ratssaal.voting.PollQuestion;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Votes on several items together. The chair puts together what is ready and uncontested; a member's objection takes an item out;
 * the result of the one vote is recorded for each item as a poll of its own.
 */
@Service
@Transactional
public class BlocVotes {

    private final Blocs blocs;
    private final AmendmentWords words;
    private final PollConduct conduct;
    private final MeetingConduct meetingConduct;
    private final PaperShelf papers;
    private final AttendanceRegister attendance;
    private final Meetings meetings;
    private final MeetingHold hold;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    BlocVotes(
            Blocs blocs,
            AmendmentWords words,
            PollConduct conduct,
            MeetingConduct meetingConduct,
            PaperShelf papers,
            AttendanceRegister attendance,
            Meetings meetings,
            MeetingHold hold,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.blocs = blocs;
        this.words = words;
        this.conduct = conduct;
        this.meetingConduct = meetingConduct;
        this.papers = papers;
        this.attendance = attendance;
        this.meetings = meetings;
        this.hold = hold;
        this.events = events;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Puts the item that is before the meeting together with others that are still to come. Sent again it changes nothing.
     *
     * @throws Refusal if one of them is not ready: something on it is undecided, somebody is recused, it is not public or settled
     */
    public void propose(BlocId id, MeetingId meeting, Set<AgendaItemId> others) {
        begin(meeting);
        if (blocs.exists(id)) {
            return;
        }
        var lead = called(meeting);
        var now = blocs.current(meeting);
        if (now.isPresent()) {
            if (now.get().lead().equals(lead.id())) {
                throw new Refusal("voteorder.bloc.another");
            }
            blocs.end(now.get().id(), clock.instant()); // its item is not before the meeting any more
        }
        var chosen = meetings.agenda(meeting).stream()
                .filter(it -> it.id().equals(lead.id()) || others.contains(it.id()) && it.state() == ItemState.PENDING)
                .toList();
        if (others.isEmpty() || chosen.size() != others.size() + 1 || others.contains(lead.id())) {
            throw new Refusal("voteorder.bloc.too-few");
        }
        var asked = new LinkedHashMap<AgendaItemId, PollQuestion>();
        for (var item : chosen) {
            conduct.requireFitTogether(meeting, item.id());
            asked.put(item.id(), question(item));
        }
        blocs.add(
                id,
                meeting,
                lead.id(),
                asked,
                clock.instant(),
                access.signedIn().map(SignedIn::name).orElse("system"));
        events.publishEvent(new BlocProposed(
                meeting, chosen.stream().map(AgendaItemSummary::id).toList(), clock.instant()));
        changed(meeting);
    }

    private PollQuestion question(AgendaItemSummary item) {
        return papers.proposalFor(item.id())
                .map(it -> new PollQuestion(it.question(), it.wording(), it.proposalJson(), it.withChanges()))
                .orElseGet(() -> new PollQuestion(item.title(), "", null, false));
    }

    /**
     * The member who is signed in objects: the item is voted on by itself. Pressed again it changes nothing.
     *
     * @throws Refusal if the vote runs already, or they may not vote on it
     */
    public void object(MeetingId meeting, AgendaItemId item) {
        var person = access.requirePerson();
        hold.take(meeting);
        if (attendance.standing(meeting, item, person) != Standing.ENTITLED) {
            throw new Refusal("voteorder.bloc.not-entitled");
        }
        takeOut(meeting, item, person);
    }

    /** As {@link #object}, for chair and secretariat: somebody in the room objected. */
    public void takeOut(MeetingId meeting, AgendaItemId item) {
        begin(meeting);
        takeOut(meeting, item, null);
    }

    private void takeOut(MeetingId meeting, AgendaItemId item, @Nullable PersonId objectedBy) {
        var bloc = blocs.current(meeting).orElseThrow(() -> new Refusal("voteorder.bloc.gone"));
        if (!bloc.has(item)) {
            return;
        }
        if (bloc.poll() != null) {
            throw new Refusal("voteorder.bloc.runs");
        }
        var now = clock.instant();
        leave(bloc, item, objectedBy, now);
        events.publishEvent(new TakenOutOfBloc(meeting, item, objectedBy, now));
        changed(meeting);
    }

    private void leave(Bloc bloc, AgendaItemId item, @Nullable PersonId objectedBy, Instant at) {
        blocs.takeOut(bloc.id(), item, objectedBy, at);
        if (item.equals(bloc.lead()) || bloc.together().size() == 2) {
            blocs.end(bloc.id(), at); // nothing is left to be voted on together
        }
    }

    /** Each item is voted on by itself after all. Pressed again it changes nothing. */
    public void dissolve(MeetingId meeting) {
        begin(meeting);
        blocs.current(meeting).ifPresent(bloc -> {
            if (bloc.poll() != null) {
                throw new Refusal("voteorder.bloc.runs");
            }
            blocs.end(bloc.id(), clock.instant());
            changed(meeting);
        });
    }

    /**
     * Opens the vote on all of them. Pressed again while it runs, it changes nothing.
     *
     * @throws Refusal if one of them is not ready any more, or its text was changed since
     */
    public PollId open(MeetingId meeting) {
        begin(meeting);
        var bloc = blocs.current(meeting).orElseThrow(() -> new Refusal("voteorder.bloc.gone"));
        if (bloc.poll() != null) {
            return bloc.poll();
        }
        var numbers = meetings.agenda(meeting).stream()
                .collect(Collectors.toMap(AgendaItemSummary::id, AgendaItemSummary::number));
        var titles = new LinkedHashMap<String, String>();
        for (var part : bloc.together()) {
            conduct.requireFitTogether(meeting, part.item());
            var item = item(meeting, part.item());
            if (!question(item).equals(part.question())) {
                throw new Refusal("paper.change.overtaken");
            }
            titles.put(
                    String.valueOf(numbers.get(part.item())),
                    part.question().question()
                            + (part.question().wording().isEmpty()
                                    ? ""
                                    : "\n" + part.question().wording()));
        }
        var asked = new PollQuestion(
                words.text("voteorder.bloc.question", String.join(", ", titles.keySet())),
                titles.entrySet().stream()
                        .map(it -> it.getKey() + " " + it.getValue())
                        .collect(Collectors.joining("\n\n")),
                null,
                false);
        var poll = conduct.putTogetherToVote(meeting, bloc.lead(), asked);
        blocs.putToVote(bloc.id(), poll);
        changed(meeting);
        return poll;
    }

    /** The result is recorded for each item, in the transaction in which the vote is closed. */
    @EventListener
    void on(PollClosed event) {
        blocs.current(event.meeting())
                .filter(it -> event.poll().equals(it.poll()))
                .ifPresent(bloc -> {
                    blocs.end(bloc.id(), event.at());
                    for (var part : bloc.together()) {
                        var recorded = conduct.recordTogether(event.poll(), part.item(), part.question());
                        events.publishEvent(
                                new RecordedTogether(event.meeting(), part.item(), event.poll(), recorded, event.at()));
                    }
                    callAll(bloc);
                });
    }

    /** Each of them was before the meeting: the minutes say so, and the next one to be called is the one after them. */
    private void callAll(Bloc bloc) {
        for (var part : bloc.together()) {
            // found by its item: what was called before is written by then, and seen in the revision
            meetings.meetingOf(part.item())
                    .ifPresent(it -> meetingConduct.callItem(
                            it, part.item(), meetings.meeting(it).revision()));
        }
    }

    /** What is settled otherwise is not voted on together any more. */
    @EventListener
    void on(ItemResolved event) {
        blocs.current(event.meeting())
                .filter(it -> it.poll() == null && it.has(event.item()))
                .ifPresent(bloc -> leave(bloc, event.item(), null, event.at()));
    }

    /** What was put together goes with its vote. */
    @EventListener
    void on(PollCancelled event) {
        blocs.current(event.meeting())
                .filter(it -> event.poll().equals(it.poll()))
                .ifPresent(bloc -> blocs.end(bloc.id(), event.at()));
    }

    /** Nobody is recused on one of the items while all are voted on together: their vote would count on it. */
    @EventListener
    void on(MemberRecused event) {
        blocs.current(event.meeting()).filter(it -> it.has(event.item())).ifPresent(bloc -> {
            if (bloc.poll() != null) {
                throw new Refusal("voteorder.bloc.runs");
            }
        });
    }

    private void begin(MeetingId meeting) {
        hold.take(meeting);
        access.require(meetings.meeting(meeting).organization(), Role.CHAIR, Role.DEPUTY_CHAIR, Role.SECRETARIAT);
    }

    private AgendaItemSummary called(MeetingId id) {
        var meeting = meetings.meeting(id);
        var current = meeting.currentItem();
        if (meeting.state() != MeetingState.OPEN) {
            throw new Refusal("voting.open.meeting-not-open");
        }
        if (current == null) {
            throw new Refusal("voting.open.item-not-called");
        }
        return item(id, current);
    }

    private AgendaItemSummary item(MeetingId meeting, AgendaItemId item) {
        return meetings.agenda(meeting).stream()
                .filter(it -> it.id().equals(item))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("agenda item " + item));
    }

    private void changed(MeetingId meeting) {
        notices.changed(ChangeNotices.meeting(meeting.value()));
    }
}
