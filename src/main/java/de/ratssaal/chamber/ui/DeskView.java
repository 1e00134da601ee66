package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import de.ratssaal.amendment.ui.AmendmentsOnItem;
import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.attendance.Excuse;
import de.ratssaal.attendance.Place;
import de.ratssaal.attendance.Presence;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.ConfirmAction;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.SeatPlan;
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.Boards;
import de.ratssaal.chamber.Seat;
import de.ratssaal.chamber.VotesLeft;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.ItemState;
import de.ratssaal.meeting.MeetingConduct;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.meeting.ui.StateBadge;
import de.ratssaal.minutes.MinutesBook;
import de.ratssaal.minutes.MinutesSummary;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.paper.ProposalChanging;
import de.ratssaal.paper.ProposalForVote;
import de.ratssaal.paper.ui.ProposalEditor;
import de.ratssaal.paper.ui.ProposalText;
import de.ratssaal.rules.Majority;
import de.ratssaal.voting.BallotMode;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.Outcome;
import de.ratssaal.voting.PollConduct;
import de.ratssaal.voting.PollId;
import de.ratssaal.voting.PollQuestion;
import de.ratssaal.voting.PollState;
import de.ratssaal.voting.PollSummary;
import de.ratssaal.voting.ResolutionBook;
import de.ratssaal.voting.Tally;
import de.ratssaal.voting.UrgentItems;
import de.ratssaal.voting.VoteCorrecting;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;

/** The chair's and the secretariat's desk: the next step as the largest button, agenda, vote, attendance. */
@Route(value = "meetings/desk/:meeting", layout = MainLayout.class)
@RolesAllowed({"CHAIR", "DEPUTY_CHAIR", "SECRETARIAT"})
class DeskView extends LiveView {

    private final Meetings meetings;
    private final MeetingConduct conduct;
    private final AttendanceRegister attendance;
    private final PollConduct polls;
    private final VoteCorrecting correcting;
    private final ResolutionBook resolutions;
    private final UrgentItems urgent;
    private final Councils councils;
    private final Proposals proposals;
    private final ProposalChanging changing;
    private final MinutesBook minutes;
    private final AmendmentsOnItem amendments;
    private final transient Clock clock;
    private final @Nullable PersonId me;

    private final Section head = new Section("rs-desk-head");
    private final Section next = new Section("rs-desk-next");
    private final Section matter = new Section("rs-desk-matter");
    private final DeskAgenda agenda = new DeskAgenda(item -> call(board(), item));
    private final Section members = new Section("rs-desk-members");
    private final SeatPlan plan = new SeatPlan("", List.of());
    private final Map<PersonId, Section> rows = new HashMap<>();
    private Set<PersonId> stillExcusable = Set.of();
    private final Button closePoll = large("chamber.desk.open-poll", Symbol.VOTE, this::closePoll);

    private final TextField question = new TextField();
    private final TextArea wording = new TextArea();
    private final Checkbox withChanges = new Checkbox();
    private final Select<Majority> majority = new Select<>();
    private final Select<MemberSummary> chair = new Select<>();
    private final IntegerField yes = new IntegerField();
    private final IntegerField no = new IntegerField();
    private final IntegerField abstentions = new IntegerField();
    private final IntegerField invalid = new IntegerField();
    private final RollCall rollCall;
    private @Nullable AgendaItemId wordedFor;
    private @Nullable PollId countedFor;
    private @Nullable PollPanel panel;

    DeskView(
            Boards boards,
            Meetings meetings,
            MeetingConduct conduct,
            AttendanceRegister attendance,
            PollConduct polls,
            VoteCorrecting correcting,
            ResolutionBook resolutions,
            UrgentItems urgent,
            Councils councils,
            Proposals proposals,
            ProposalChanging changing,
            MinutesBook minutes,
            AmendmentsOnItem amendments,
            Access access,
            Clock clock,
            ObjectProvider<LiveCard> cards) {
        super(boards, cards, LiveCard.Screen.DESK);
        this.meetings = meetings;
        this.conduct = conduct;
        this.attendance = attendance;
        this.polls = polls;
        this.correcting = correcting;
        this.resolutions = resolutions;
        this.urgent = urgent;
        this.councils = councils;
        this.proposals = proposals;
        this.changing = changing;
        this.minutes = minutes;
        this.amendments = amendments;
        this.clock = clock;
        this.me = access.signedIn().map(SignedIn::person).orElse(null);
        this.rollCall = new RollCall((poll, person, choice) ->
                act(poll.meeting(), () -> polls.enterVote(poll.id(), person, choice, UUID.randomUUID())));
        getContent().addClassName("rs-desk");
        getContent().add(head, next, matter, cardsPlace(), agenda, members);
        plan.addSeatClickListener(click -> seatTouched(click.key()));
        question.setLabel(getTranslation("chamber.desk.question"));
        question.setWidthFull();
        wording.setLabel(getTranslation("chamber.desk.wording"));
        wording.setWidthFull();
        wording.setMinRows(3);
        withChanges.setLabel(getTranslation("chamber.desk.with-changes"));
        majority.setLabel(getTranslation("chamber.desk.majority"));
        majority.setItems(Majority.values());
        majority.setItemLabelGenerator(it -> getTranslation("organization.rules.majority." + it));
        chair.setLabel(getTranslation("chamber.desk.who-conducts"));
        chair.setItemLabelGenerator(it -> getTranslation(
                "chamber.desk.in-the-chair", it.name(), getTranslation("minutes.text.role." + it.role())));
        for (var field : new IntegerField[] {yes, no, abstentions, invalid}) {
            field.setMin(0);
            field.setStepButtonsVisible(true);
        }
        yes.setLabel(getTranslation("voting.choice.YES"));
        no.setLabel(getTranslation("voting.choice.NO"));
        abstentions.setLabel(getTranslation("voting.choice.ABSTENTION"));
        invalid.setLabel(getTranslation("chamber.desk.invalid"));
    }

    @Override
    void begin(MeetingId meeting) {
        if (!meetings.mayConduct(meeting)) {
            throw new AccessDeniedException("not at this meeting's desk");
        }
    }

    @Override
    void show(Board board) {
        var meeting = board.meeting();
        var current = board.currentItem();
        var settled = current.filter(it -> isSettled(board, it)).isPresent();
        var openPoll = board.openPoll().map(PollSummary::id).orElse(null);
        head.show(
                List.of(meeting.title(), meeting.state(), Optional.ofNullable(meeting.conductedBy()), board.quorum()),
                () -> heading(board));
        next.show(
                List.of(
                        meeting.state(),
                        current,
                        settled,
                        board.isBarred(),
                        goesFirst(board),
                        isDecidedByCard(board),
                        goesBeforeResuming(board),
                        coming(board),
                        Optional.ofNullable(openPoll),
                        board.openPoll().flatMap(it -> Optional.ofNullable(it.endsAt())),
                        Optional.ofNullable(meeting.conductedBy())),
                () -> nextStep(board));
        closePoll.setText(getTranslation(
                "chamber.desk.close-poll", board.countVoted(), Math.max(board.countVoted(), board.countMayVote())));
        if (!matter.show(
                List.of(
                        meeting.state(),
                        current,
                        settled,
                        SettledLine.outcome(board),
                        board.isBarred(),
                        Optional.ofNullable(pollBeforeMeeting(board)),
                        board.openPoll().filter(it -> takesHands(board, it)).isPresent(),
                        Optional.ofNullable(board.proposal()),
                        meeting.state() == MeetingState.CLOSED ? board.resolutions() : List.of()),
                () -> matter(board))) {
            panel().ifPresent(it -> it.update(board, Objects.requireNonNull(board.poll())));
        }
        rollCall.show(board);
        agenda.show(board);
        showMembers(board);
    }

    /** What of the poll makes its panel another one; votes as they come do not. */
    private static @Nullable List<Object> pollBeforeMeeting(Board board) {
        var poll = board.poll();
        return poll == null
                ? null
                : List.of(
                        poll.id(),
                        poll.item(),
                        poll.state(),
                        Optional.ofNullable(poll.outcome()),
                        Optional.ofNullable(poll.endsAt()));
    }

    private Optional<PollPanel> panel() {
        return Optional.ofNullable(panel);
    }

    private Component heading(Board board) {
        var meeting = board.meeting();
        var back = wayToDocuments(meeting);
        var row = new Div(new H1(meeting.title()), new StateBadge(meeting.state()));
        row.addClassName("rs-page-head");
        var conducted = meeting.conductedBy();
        var chair = new Paragraph(
                conducted == null ? "" : getTranslation("chamber.desk.conducted", councils.nameOf(conducted)));
        return new Div(back, row, chair, new QuorumLine(board.quorum()));
    }

    /** What comes next, as the largest button; what else is possible beside it. */
    private Component nextStep(Board board) {
        var actions = new Div();
        actions.addClassNames("rs-actions", "rs-next");
        var meeting = board.meeting();
        var id = meeting.id();
        switch (meeting.state()) {
            case PLANNED -> actions.add(new Paragraph(getTranslation("meeting.conduct.not-from-planned")));
            case CONVENED -> addForOpening(board, actions);
            case INTERRUPTED -> {
                var first = goesBeforeResuming(board);
                actions.add(first.map(it -> large(
                                it, Symbol.CHEVRON_DOWN, () -> cardsPlace().scrollIntoView()))
                        .orElseGet(() -> large(
                                "chamber.desk.resume", Symbol.LIVE, () -> act(id, () -> conduct.resume(id, seen())))));
                actions.add(small("chamber.desk.close", Symbol.STOP, () -> close(board)));
                addTakeOver(board, actions);
            }
            case OPEN -> {
                board.openPoll()
                        .ifPresentOrElse(poll -> addForPoll(board, poll, actions), () -> addForAgenda(board, actions));
                actions.add(small(
                        "chamber.desk.interrupt", Symbol.WAITING, () -> act(id, () -> conduct.interrupt(id, seen()))));
                addTakeOver(board, actions);
            }
            case CLOSED -> {
                var minutes = MeetingOver.minutes(id);
                minutes.addClassName("rs-next-step");
                actions.add(minutes);
            }
            case CANCELLED -> actions.add(new Paragraph(getTranslation("meeting.state." + meeting.state())));
        }
        return actions;
    }

    /** The state that whoever presses a button has before their eyes. */
    private long seen() {
        return board().meeting().revision();
    }

    /** Whoever may conduct conducts what they open. The secretariat says for whom it opens. */
    private void addForOpening(Board board, Div actions) {
        var id = board.meeting().id();
        var candidates = inTheChair(board);
        if (candidates.isEmpty() || isMe(candidates)) {
            actions.add(large("chamber.desk.open", Symbol.COUNCIL, () -> act(id, () -> conduct.open(id, seen()))));
            return;
        }
        chair.setItems(candidates);
        chair.setValue(candidates.getFirst());
        actions.add(
                chair,
                large(
                        "chamber.desk.open",
                        Symbol.COUNCIL,
                        () -> act(id, () -> conduct.openFor(id, chair.getValue().person(), seen()))));
    }

    private void addTakeOver(Board board, Div actions) {
        var meeting = board.meeting();
        if (isMe(inTheChair(board)) && !Objects.equals(me, meeting.conductedBy())) {
            actions.add(small(
                    "chamber.desk.take-over",
                    Symbol.COUNCIL,
                    () -> ConfirmAction.ask(
                            getTranslation("chamber.desk.take-over-question"),
                            getTranslation("chamber.desk.take-over-text"),
                            getTranslation("chamber.desk.take-over"),
                            () -> act(meeting.id(), () -> conduct.takeOver(meeting.id(), seen())))));
        }
    }

    private boolean isMe(List<MemberSummary> members) {
        return members.stream().anyMatch(it -> it.person().equals(me));
    }

    /** Chair and deputies, the chair first. */
    private static List<MemberSummary> inTheChair(Board board) {
        return board.seats().stream()
                .map(Seat::member)
                .filter(it -> it.role() == MembershipRole.CHAIR || it.role() == MembershipRole.DEPUTY_CHAIR)
                .sorted(Comparator.comparing(MemberSummary::role))
                .toList();
    }

    private void addForPoll(Board board, PollSummary poll, Div actions) {
        if (!poll.byDevice()) { // that urn is shut on its own card, and its result comes from the tellers
            actions.add(closePoll);
        }
        actions.add(small("chamber.desk.cancel-poll", Symbol.CLOSE, () -> cancelPoll(board, poll)));
        if (poll.mode() != BallotMode.SECRET) {
            actions.add(VoteEnd.atDesk(this, poll, polls, step -> act(poll.meeting(), step)));
        }
    }

    private void closePoll() {
        board().openPoll().ifPresent(poll -> act(board().meeting().id(), () -> polls.close(poll.id())));
    }

    private void addForAgenda(Board board, Div actions) {
        var meeting = board.meeting();
        var current = board.currentItem();
        var settled = current.filter(it -> isSettled(board, it)).isPresent();
        var done = settled || isDecidedByCard(board);
        var first = goesFirst(board);
        if (first.isPresent()) {
            actions.add(
                    large(first.get(), Symbol.CHEVRON_DOWN, () -> cardsPlace().scrollIntoView()));
        } else if (current.isPresent() && !done && !board.isBarred()) {
            actions.add(large("chamber.desk.open-poll", Symbol.VOTE, () -> openPoll(board, current.get())));
        }
        var coming = coming(board);
        coming.ifPresent(item -> actions.add(
                current.isPresent() && (!done || first.isPresent())
                        ? small(callText(item), Symbol.AGENDA, () -> call(board, item))
                        : large(callText(item), Symbol.AGENDA, () -> call(board, item))));
        if (current.isPresent() && done && !settled && !board.isBarred()) {
            actions.add(small("chamber.desk.open-poll", Symbol.VOTE, () -> openPoll(board, current.get())));
        }
        current.ifPresent(item -> actions.add(small(
                "chamber.desk.finish",
                Symbol.SUCCESS,
                () -> act(meeting.id(), () -> conduct.finishItem(meeting.id(), item.id(), seen())))));
        actions.add(
                coming.isEmpty() && (current.isEmpty() || done && first.isEmpty())
                        ? large("chamber.desk.close", Symbol.STOP, () -> close(board))
                        : small("chamber.desk.close", Symbol.STOP, () -> close(board)));
    }

    private static boolean isSettled(Board board, AgendaItemSummary item) {
        return board.resolutions().stream().anyMatch(it -> it.item().equals(item.id()));
    }

    private static Optional<AgendaItemSummary> coming(Board board) {
        return board.agenda().stream()
                .filter(it -> it.state() == ItemState.PENDING)
                .findFirst();
    }

    private String callText(AgendaItemSummary item) {
        return getTranslation("chamber.desk.call", item.number(), item.title());
    }

    private void call(Board board, AgendaItemSummary item) {
        act(board.meeting().id(), () -> conduct.callItem(board.meeting().id(), item.id(), seen()));
    }

    private void close(Board board) {
        var dialog = new com.vaadin.flow.component.confirmdialog.ConfirmDialog();
        dialog.setHeader(getTranslation("chamber.desk.close"));
        dialog.setText(getTranslation("chamber.desk.close-text"));
        dialog.setConfirmText(getTranslation("chamber.desk.close"));
        dialog.setCancelText(getTranslation("chamber.cancel"));
        dialog.setCancelable(true);
        dialog.addConfirmListener(confirm ->
                act(board.meeting().id(), () -> conduct.close(board.meeting().id(), seen())));
        dialog.open();
    }

    private void openPoll(Board board, AgendaItemSummary item) {
        act(board.meeting().id(), () -> {
            var proposal = board().proposal();
            var asked = proposal == null
                    ? new PollQuestion(question.getValue(), wording.getValue(), null, withChanges.getValue())
                    : proposals.of(item, proposal, question.getValue());
            polls.putToVote(board.meeting().id(), item.id(), asked, majority.getValue());
        });
    }

    private void cancelPoll(Board board, PollSummary poll) {
        var reason = new TextField(getTranslation("chamber.desk.cancel-reason"));
        reason.setWidthFull();
        var dialog = new com.vaadin.flow.component.confirmdialog.ConfirmDialog();
        dialog.setHeader(getTranslation("chamber.desk.cancel-poll"));
        dialog.add(reason);
        dialog.setConfirmText(getTranslation("chamber.desk.cancel-poll"));
        dialog.setCancelText(getTranslation("chamber.desk.go-on"));
        dialog.setCancelable(true);
        dialog.addConfirmListener(
                confirm -> act(board.meeting().id(), () -> polls.cancel(poll.id(), reason.getValue())));
        dialog.open();
        reason.focus();
    }

    private Component matter(Board board) {
        panel = null;
        if (board.meeting().state() == MeetingState.CLOSED) {
            return new MeetingOver(board);
        }
        var current = board.currentItem();
        if (current.isEmpty()) {
            return new Card(
                    getTranslation("chamber.room.no-item"), new Paragraph(getTranslation("chamber.room.no-item-text")));
        }
        var item = current.get();
        var card = new Card(getTranslation("chamber.room.item", item.number(), item.title()));
        if (!item.isPublic()) {
            var badge = new Span(Symbol.LOCK.create(), new Span(getTranslation("chamber.agenda.non-public")));
            badge.addClassNames("rs-badge", "rs-badge-nonpublic");
            card.aside(badge);
        }
        var poll = board.poll();
        if (poll != null && poll.item().equals(item.id()) && poll.state() != PollState.PREPARED) {
            panel = new PollPanel(board, poll, null, clock);
            var isCalled = poll.state() == PollState.OPEN && poll.mode() == BallotMode.ROLL_CALL;
            if (isCalled) {
                card.add(rollCall.on(poll));
            }
            card.add(panel);
            if (!isCalled
                    && !poll.byDevice()
                    && poll.state() == PollState.OPEN
                    && board.meeting().mode() != MeetingMode.DIGITAL) {
                card.add(handCount(board, poll));
            }
            if (poll.state() == PollState.OPEN && poll.mode() != BallotMode.SECRET) {
                card.add(correctEntry(poll));
            }
            if (poll.holds() && isSettled(board, item) && board.meeting().state() == MeetingState.OPEN) {
                card.add(repeat(board, poll));
            }
        } else if (!isSettled(board, item) && board.isBarred()) {
            card.add(admission(board, item));
        } else if (!isSettled(board, item)) {
            card.add(wordingForm(board, item));
        }
        SettledLine.on(board).ifPresent(card::add);
        card.add(withoutVote(board, item));
        return card;
    }

    private Component repeat(Board board, PollSummary poll) {
        var repeat = small(
                "chamber.desk.repeat-poll",
                Symbol.UNDO,
                () -> ReasonDialog.ask(
                        "chamber.desk.repeat-poll",
                        poll.question().question(),
                        reason -> act(board.meeting().id(), () -> polls.annul(poll.id(), reason))));
        var row = new Div(repeat);
        row.addClassName("rs-actions");
        return row;
    }

    /** Where it is recorded that the meeting may decide on what the invited were not told of in time (R3). */
    private Component admission(Board board, AgendaItemSummary item) {
        var id = board.meeting().id();
        var remark = new Paragraph(
                Symbol.WARNING.create(), new Span(getTranslation("chamber.desk.not-on-agenda", item.number())));
        remark.addClassName("rs-problems");
        var votes = new IntegerField(getTranslation("voting.choice.YES"));
        var against = new IntegerField(getTranslation("voting.choice.NO"));
        for (var field : List.of(votes, against)) {
            field.setMin(0);
            field.setStepButtonsVisible(true);
        }
        var counted = new Div(
                votes,
                against,
                small(
                        "chamber.desk.found-urgent",
                        Symbol.VOTE,
                        () -> act(
                                id,
                                () -> urgent.foundUrgent(id, item.id(), new Tally(value(votes), value(against), 0)))));
        counted.addClassName("rs-fields-row");
        var either = new Div(
                new H3(getTranslation("chamber.desk.urgent-either")),
                small(
                        "chamber.desk.nobody-objects",
                        Symbol.SUCCESS,
                        () -> act(id, () -> urgent.nobodyObjects(id, item.id()))));
        var or = new Div(
                new H3(getTranslation("chamber.desk.urgent-or")),
                new Paragraph(getTranslation("chamber.desk.urgent-votes")),
                counted);
        var admission = new Div(remark, either, or);
        admission.addClassName("rs-admission");
        return admission;
    }

    private Component wordingForm(Board board, AgendaItemSummary item) {
        var proposal = board.proposal();
        if (!item.id().equals(wordedFor)) {
            wordedFor = item.id();
            var proposed = proposals.of(item);
            question.setValue(proposal == null ? proposed.question() : proposal.question());
            wording.setValue(proposed.wording());
            withChanges.setValue(proposed.withChanges());
            majority.setValue(councils.rules(
                            board.meeting().organization(), board.meeting().day())
                    .majority()
                    .usual());
        }
        var form = new Div(question);
        form.addClassName("rs-form");
        if (proposal == null) {
            form.add(wording, withChanges);
        } else {
            form.add(proposal(board, item, proposal));
        }
        form.add(majority);
        return form;
    }

    /** The paper's wording, as it will be put to the vote. */
    private Component proposal(Board board, AgendaItemSummary item, ProposalForVote proposal) {
        var head = new Div(new H3(getTranslation("chamber.proposal")));
        head.addClassName("rs-proposal-head");
        var actions =
                new Div(small("chamber.proposal.change", Symbol.EDIT, () -> changeWording(board, item, proposal)));
        actions.addClassName("rs-actions");
        if (proposal.withChanges()) {
            head.add(new StatusBadge(Tone.WARNING, Symbol.EDIT, getTranslation("chamber.documents.changed")));
            actions.add(small(
                    "chamber.proposal.revoke",
                    Symbol.UNDO,
                    () -> act(board.meeting().id(), () -> changing.revoke(item.id()))));
        }
        var shown = new Div(head, new ProposalText(proposal.proposal()), actions);
        AmendmentsOnItem.line(item.id(), amendments.on(item.id())).ifPresent(shown::add);
        if (proposals.isOutdated(item, proposal)) {
            var note = new Paragraph(Symbol.ALERT.create(), new Span(getTranslation("chamber.proposal.outdated")));
            note.addClassName("rs-note");
            shown.add(note);
        }
        return shown;
    }

    private void changeWording(Board board, AgendaItemSummary item, ProposalForVote seen) {
        var editor = new ProposalEditor(seen.proposal());
        var dialog = new Dialog(editor);
        dialog.setHeaderTitle(getTranslation("chamber.proposal.change-title", item.number()));
        dialog.setWidth("52rem");
        dialog.setCloseOnOutsideClick(false);
        var save = new Button(getTranslation("chamber.proposal.save"), click -> {
            var changed = editor.proposal();
            act(board.meeting().id(), () -> changing.change(item.id(), seen.proposal(), changed));
            dialog.close();
        });
        save.addThemeNames("primary");
        dialog.getFooter().add(new Button(getTranslation("chamber.cancel"), click -> dialog.close()), save);
        dialog.open();
    }

    /** What was counted while each hand was a vote has to be taken away before the vote is closed. */
    private static boolean takesHands(Board board, PollSummary poll) {
        return poll.mode() != BallotMode.OPEN
                || board.isByHands()
                || poll.counted().total() > 0;
    }

    private Component handCount(Board board, PollSummary poll) {
        if (!takesHands(board, poll)) {
            return new Paragraph(getTranslation("chamber.desk.no-hands"));
        }
        if (!poll.id().equals(countedFor)) {
            countedFor = poll.id();
            invalid.setValue(poll.invalid());
            yes.setValue(poll.counted().yes());
            no.setValue(poll.counted().no());
            abstentions.setValue(poll.counted().abstentions());
        }
        var enter = new Button(
                getTranslation("chamber.desk.enter-count"),
                click -> act(board.meeting().id(), () -> enterCount(poll)));
        invalid.setVisible(poll.mode() == BallotMode.SECRET);
        var fields = new Div(yes, no, abstentions, invalid, enter);
        fields.addClassName("rs-fields-row");
        var details = new com.vaadin.flow.component.details.Details(
                getTranslation(
                        poll.mode() == BallotMode.SECRET ? "chamber.desk.ballot-count" : "chamber.desk.hand-count"),
                fields);
        details.setOpened(poll.mode() == BallotMode.SECRET || poll.counted().total() > 0);
        return details;
    }

    private void enterCount(PollSummary poll) {
        var counted = new Tally(value(yes), value(no), value(abstentions));
        if (poll.mode() == BallotMode.SECRET) {
            polls.enterBallots(poll.id(), counted, value(invalid));
        } else {
            polls.enterCount(poll.id(), counted);
        }
    }

    private static int value(IntegerField field) {
        var entered = field.getValue();
        return entered == null ? 0 : entered;
    }

    private Component withoutVote(Board board, AgendaItemSummary item) {
        var row = new Div();
        row.addClassNames("rs-actions", "rs-desk-outcomes");
        if (board.openPoll().isPresent() || isSettled(board, item)) {
            return row;
        }
        for (var outcome : Outcome.values()) {
            if (!outcome.needsPoll()) {
                row.add(small(
                        "chamber.desk.record-" + outcome,
                        Symbol.CHECK,
                        () -> act(
                                board.meeting().id(),
                                () -> resolutions.record(board.meeting().id(), item.id(), outcome))));
            }
        }
        return row;
    }

    private void showMembers(Board board) {
        var meeting = board.meeting();
        var ended = meeting.state() == MeetingState.CLOSED || meeting.state() == MeetingState.CANCELLED;
        members.show(
                List.of(
                        ended,
                        board.countPresent(),
                        board.seats().stream().map(it -> it.member().person()).toList()),
                () -> members(board, ended));
        plan.show(SeatPicture.attendance(board, null));
        var reasons = reasons(board);
        var openPoll = board.openPoll().map(PollSummary::id);
        var item = meeting.currentItem();
        stillExcusable = stillExcusable(board);
        for (var seat : board.seats()) {
            rows.computeIfAbsent(seat.member().person(), it -> new Section("rs-desk-member"))
                    .show(
                            List.of(
                                    seat,
                                    ended,
                                    stillExcusable.contains(seat.member().person()),
                                    openPoll,
                                    Optional.ofNullable(item),
                                    reasons.getOrDefault(seat.member().person(), ""),
                                    left(board, seat),
                                    board.placeOfCaster(seat)),
                            () -> member(
                                    board,
                                    seat,
                                    reasons.getOrDefault(seat.member().person(), "")));
        }
    }

    /** After the meeting an excuse can still be entered or taken back, until the minutes are released. */
    private Set<PersonId> stillExcusable(Board board) {
        var meeting = board.meeting();
        if (meeting.state() != MeetingState.CLOSED
                || minutes.find(meeting.id()).filter(MinutesSummary::isReleased).isPresent()) {
            return Set.of();
        }
        var wereThere = attendance.intervals(meeting.id()).stream()
                .map(Presence::person)
                .collect(Collectors.toSet());
        return board.seats().stream()
                .map(it -> it.member().person())
                .filter(it -> !wereThere.contains(it))
                .collect(Collectors.toSet());
    }

    private Map<PersonId, String> reasons(Board board) {
        return board.seats().stream().noneMatch(Seat::isExcused)
                ? Map.of()
                : attendance.excuses(board.meeting().id()).stream()
                        .collect(Collectors.toMap(Excuse::person, Excuse::reason));
    }

    private Component members(Board board, boolean ended) {
        var card = new Card(getTranslation(
                "chamber.attendance.title", board.countPresent(), board.seats().size()));
        if (!remaining(board).isEmpty() && !ended && board.meeting().mode() != MeetingMode.DIGITAL) {
            card.aside(small("chamber.desk.all-present", Symbol.PRESENT, this::askAllPresent));
        }
        card.add(plan);
        var list = new UnorderedList();
        list.addClassName("rs-rows");
        board.seats()
                .forEach(seat -> list.add(new ListItem(
                        rows.computeIfAbsent(seat.member().person(), it -> new Section("rs-desk-member")))));
        card.add(list);
        return card;
    }

    private void askAllPresent() {
        var absent = remaining(board());
        ConfirmAction.ask(
                getTranslation("chamber.desk.all-present-question", absent.size()),
                getTranslation("chamber.desk.all-present-text"),
                getTranslation("chamber.desk.all-present-confirm"),
                () -> act(
                        board().meeting().id(),
                        () -> absent.forEach(it -> attendance.arrive(
                                board().meeting().id(), it.member().person(), Place.ROOM))));
    }

    /** Members with a vote of their own of whom nothing is known yet; who comes in their place is entered by name. */
    private static List<Seat> remaining(Board board) {
        return board.seats().stream()
                .filter(it -> it.member().votes() && it.member().standsInFor() == null)
                .filter(it ->
                        !it.isPresent() && !it.isExcused() && left(board, it).isEmpty())
                .toList();
    }

    /** A touch on an empty seat says that its member is there. */
    private void seatTouched(String person) {
        board().seats().stream()
                .filter(it -> it.member().person().toString().equals(person) && !it.isPresent())
                .findFirst()
                .ifPresent(it -> act(
                        board().meeting().id(),
                        () -> attendance.arrive(
                                board().meeting().id(),
                                it.member().person(),
                                board().meeting().mode() == MeetingMode.DIGITAL ? Place.REMOTE : Place.ROOM)));
    }

    private Component member(Board board, Seat seat, String reason) {
        var name = new Span(seat.member().name());
        name.addClassName("rs-row-title");
        var group = seat.member().groupShortName();
        var state = state(seat, reason);
        var words = new Span(name, new Span(group == null ? state : group + " · " + state));
        if (seat.weight() > 1) {
            words.add(new Span(getTranslation("voting.mark.weight", seat.weight())));
        }
        left(board, seat)
                .forEach(it -> words.add(new Span(getTranslation("chamber.delegation.held-by", it.holder())
                        + " "
                        + DelegationsInRoom.what(this, board, it))));
        words.addClassName("rs-row-words");
        var row = new Div(words, tools(board, seat));
        row.addClassName("rs-row");
        row.getElement().setAttribute("data-person", seat.member().person().toString());
        return row;
    }

    private static List<VotesLeft.Left> left(Board board, Seat seat) {
        return board.part(VotesLeft.class)
                .map(it -> it.of(seat.member().person()))
                .orElse(List.of());
    }

    private String state(Seat seat, String reason) {
        if (seat.isRecused()) {
            return getTranslation("chamber.attendance.recused");
        }
        if (seat.isPresent()) {
            return getTranslation("chamber.attendance." + seat.place());
        }
        if (seat.isExcused()) {
            return reason.isEmpty()
                    ? getTranslation("chamber.attendance.excused")
                    : getTranslation("chamber.attendance.excused-for", reason);
        }
        return getTranslation("chamber.attendance.absent");
    }

    private Component tools(Board board, Seat seat) {
        var tools = new Div();
        tools.addClassName("rs-row-tools");
        var id = board.meeting().id();
        var person = seat.member().person();
        if (board.meeting().state() == MeetingState.CLOSED || board.meeting().state() == MeetingState.CANCELLED) {
            if (stillExcusable.contains(person)) {
                tools.add(excuse(id, seat, person));
            }
            return tools;
        }
        var open = board.openPoll().filter(it -> seat.mayVote() && !seat.hasVoted());
        if (open.isPresent()) {
            if (board.placeOfCaster(seat).orElse(null) == Place.ROOM) {
                addHands(open.get(), seat, tools);
            }
            tools.add(more(board, seat));
            return tools;
        }
        if (seat.isPresent()) {
            tools.add(tool(
                    Symbol.SIGN_OUT, "chamber.desk.absent", seat, () -> act(id, () -> attendance.leave(id, person))));
            board.currentItem().ifPresent(item -> tools.add(recusal(id, item.id(), seat, person)));
        } else {
            var place = board.meeting().mode() == MeetingMode.DIGITAL ? Place.REMOTE : Place.ROOM;
            tools.add(tool(
                    Symbol.PRESENT,
                    "chamber.desk.present",
                    seat,
                    () -> act(id, () -> attendance.arrive(id, person, place))));
            tools.add(excuse(id, seat, person));
        }
        return tools;
    }

    /** What was entered for members in the room, as long as it can be put right. */
    private Component correctEntry(PollSummary poll) {
        var button = new Button(
                getTranslation("chamber.entered.correct"),
                Symbol.EDIT.create(),
                click -> new EnteredVotesDialog(
                                board(),
                                correcting.entered(poll.id()),
                                (seen, choice) ->
                                        act(poll.meeting(), () -> correcting.correctEntry(poll.id(), seen, choice)))
                        .open());
        button.addThemeNames("tertiary");
        return button;
    }

    private void addHands(PollSummary poll, Seat seat, Div tools) {
        for (var choice : Choice.values()) {
            tools.add(tool(
                    symbol(choice),
                    "chamber.desk.enter-" + choice,
                    seat,
                    () -> act(
                            poll.meeting(),
                            () -> polls.enterVote(poll.id(), seat.member().person(), choice, UUID.randomUUID()))));
        }
    }

    /** What else can be true of a member whose vote is waited for. */
    private Component more(Board board, Seat seat) {
        var id = board.meeting().id();
        var person = seat.member().person();
        var menu = new MenuBar();
        menu.addThemeNames("tertiary", "icon");
        var item = menu.addItem(Symbol.MORE.create());
        item.setAriaLabel(getTranslation("chamber.desk.more", seat.member().name()));
        var steps = item.getSubMenu();
        steps.addItem(
                getTranslation("chamber.desk.absent", seat.member().name()),
                click -> act(id, () -> attendance.leave(id, person)));
        board.currentItem()
                .ifPresent(current -> steps.addItem(
                        getTranslation("chamber.desk.recused", seat.member().name()),
                        click -> act(id, () -> attendance.recuse(id, current.id(), person))));
        return menu;
    }

    private Button excuse(MeetingId id, Seat seat, PersonId person) {
        var name = seat.member().name();
        return seat.isExcused()
                ? tool(
                        Symbol.UNDO,
                        "chamber.desk.not-excused",
                        seat,
                        () -> act(id, () -> attendance.withdrawExcuse(id, person)))
                : tool(
                        Symbol.INFO,
                        "chamber.desk.excused",
                        seat,
                        () -> ExcuseDialog.ask(
                                getTranslation("chamber.desk.excused-question", name),
                                getTranslation("chamber.desk.excused-confirm"),
                                reason -> act(id, () -> attendance.excuse(id, person, reason))));
    }

    private Button recusal(MeetingId id, AgendaItemId item, Seat seat, PersonId person) {
        return seat.isRecused()
                ? tool(
                        Symbol.UNDO,
                        "chamber.desk.not-recused",
                        seat,
                        () -> act(id, () -> attendance.withdrawRecusal(id, item, person)))
                : tool(
                        Symbol.RECUSED,
                        "chamber.desk.recused",
                        seat,
                        () -> act(id, () -> attendance.recuse(id, item, person)));
    }

    private static Symbol symbol(Choice choice) {
        return switch (choice) {
            case YES -> Symbol.YES;
            case NO -> Symbol.NO;
            case ABSTENTION -> Symbol.ABSTAIN;
        };
    }

    private Button tool(Symbol symbol, String key, Seat seat, Runnable step) {
        var button = new Button(symbol.create(), click -> step.run());
        button.addThemeNames("tertiary", "icon");
        var label = getTranslation(key, seat.member().name());
        button.setAriaLabel(label);
        button.setTooltipText(label);
        return button;
    }

    private Button large(String textOrKey, Symbol symbol, Runnable step) {
        var button = small(textOrKey, symbol, step);
        button.addThemeNames("primary", "large");
        button.addClassName("rs-next-step");
        return button;
    }

    /** @param textOrKey a key of the message files, or a text that was put together from one */
    private Button small(String textOrKey, Symbol symbol, Runnable step) {
        var text = textOrKey.startsWith("chamber.") ? getTranslation(textOrKey) : textOrKey;
        return new Button(text, symbol.create(), click -> step.run());
    }
}
