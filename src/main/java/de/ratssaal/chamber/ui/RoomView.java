package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.attendance.Place;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.SameForAll;
import de.ratssaal.base.ui.SeatPlan;
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.Boards;
import de.ratssaal.chamber.Seat;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.ui.StateBadge;
import de.ratssaal.paper.ProposalForVote;
import de.ratssaal.paper.ui.ProposalText;
import de.ratssaal.voting.PollState;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** The meeting as it happens, on a member's own device: what is before it, my presence, my vote. */
@Route(value = "meetings/live/:meeting", layout = MainLayout.class)
@PermitAll
class RoomView extends LiveView {

    private final AttendanceRegister attendance;
    private final ItemDocuments documents;
    private final transient Clock clock;
    private final @Nullable PersonId me;

    private final Section head = new Section("rs-room-head");
    private final Section mine = new Section("rs-room-mine");
    private final Ballots ballots;
    private final Section item = new Section("rs-room-item");
    private final Section others = new Section("rs-room-others");
    private @Nullable Component shownDocuments;
    private @Nullable Object documentsFor;
    private @Nullable PollPanel panel;

    RoomView(
            Boards boards,
            AttendanceRegister attendance,
            ItemDocuments documents,
            Access access,
            Clock clock,
            ObjectProvider<LiveCard> cards) {
        super(boards, cards, LiveCard.Screen.ROOM);
        this.attendance = attendance;
        this.documents = documents;
        this.clock = clock;
        this.me = access.signedIn().map(SignedIn::person).orElse(null);
        getContent().addClassName("rs-room");
        ballots = new Ballots(me, clock);
        var votes = new Div(ballots);
        votes.addClassName("rs-room-votes");
        if (me != null) {
            votes.add(new KeptVotes(me));
        }
        var top = new Div(head, stagePlace());
        top.addClassName("rs-room-top");
        var matter = new Div(item, cardsPlace());
        matter.addClassName("rs-room-matter");
        getContent().add(top, votes, mine, matter, others);
    }

    @Override
    void begin(MeetingId meeting) {
        ballots.begin();
    }

    @Override
    Board asSeen(Board board) {
        return board.asFollowedBy(me);
    }

    @Override
    void show(Board whole) {
        var board = asSeen(whole);
        var meeting = board.meeting();
        var mySeat = board.seatOf(me);
        var current = board.currentItem();
        head.show(List.of(meeting.title(), meeting.state()), () -> heading(board));
        mine.show(
                List.of(
                        meeting.state(),
                        mySeat.map(it -> List.of(
                                it.isRecused(),
                                it.mustConfirmAlone(),
                                it.isExcused(),
                                it.holdsVote(),
                                Optional.ofNullable(it.place()))),
                        current),
                () -> mySeat.filter(it -> !isOver(meeting.state()))
                        .map(it -> presence(board, it))
                        .orElseGet(Div::new));
        ballots.show(board);
        var poll = Optional.ofNullable(board.poll())
                .map(it -> List.of(it.id(), it.item(), it.state() == PollState.PREPARED));
        if (!item.show(
                List.of(
                        meeting.state(),
                        current,
                        board.isBehindClosedDoors(),
                        board.isOutside(me),
                        mySeat.filter(Seat::mayVote).isPresent(),
                        poll,
                        Optional.ofNullable(board.proposal()),
                        SettledLine.outcome(board),
                        meeting.state() == MeetingState.CLOSED ? board.resolutions() : List.of()),
                () -> currentItem(board))) {
            Optional.ofNullable(panel).ifPresent(it -> it.update(board, Objects.requireNonNull(board.poll())));
        }
        others.show(List.of(board.quorum(), presentOnes(board)), () -> attendees(board));
    }

    private static boolean isOver(MeetingState state) {
        return state == MeetingState.CLOSED || state == MeetingState.CANCELLED;
    }

    private static List<Object> presentOnes(Board board) {
        return board.seats().stream()
                .<Object>map(it -> List.of(it.member().person(), Optional.ofNullable(it.place()), it.isRecused()))
                .toList();
    }

    private Component heading(Board board) {
        var back = wayToDocuments(board.meeting());
        var row = new Div(
                new H1(board.meeting().title()), new StateBadge(board.meeting().state()));
        row.addClassName("rs-page-head");
        return new Div(back, row);
    }

    private Component presence(Board board, Seat seat) {
        var meeting = board.meeting();
        var card = new Card(getTranslation(
                seat.isPresent()
                        ? "chamber.room.present-" + seat.place()
                        : seat.isExcused() ? "chamber.room.excused" : "chamber.room.absent"));
        var actions = new Div();
        actions.addClassName("rs-actions");
        if (!seat.isPresent()) {
            if (meeting.mode() != MeetingMode.DIGITAL) {
                actions.add(primary("chamber.room.arrive-room", Symbol.PRESENT, () -> arrive(board, seat, Place.ROOM)));
            }
            if (meeting.mode() != MeetingMode.IN_PERSON) {
                actions.add(
                        primary("chamber.room.arrive-remote", Symbol.REMOTE, () -> arrive(board, seat, Place.REMOTE)));
            }
            actions.add(new OwnAbsence(
                    attendance,
                    meeting.id(),
                    seat.member().person(),
                    seat.isExcused(),
                    step -> act(meeting.id(), step)));
        } else if (meeting.state().isRunning()) {
            board.currentItem().ifPresent(current -> addForItem(board, seat, current, card, actions));
            actions.add(new Button(
                    getTranslation("chamber.room.leave"),
                    Symbol.SIGN_OUT.create(),
                    click -> act(
                            meeting.id(),
                            () -> attendance.leave(meeting.id(), seat.member().person()))));
        }
        card.add(actions);
        return seat.isPresent() ? card : card.emphasized();
    }

    private void addForItem(Board board, Seat seat, AgendaItemSummary current, Card card, Div actions) {
        var meeting = board.meeting().id();
        var person = seat.member().person();
        if (seat.isRecused()) {
            var note = new Paragraph(Symbol.RECUSED.create(), new Span(getTranslation("chamber.room.recused")));
            note.addClassName("rs-note");
            card.add(note);
            return;
        }
        if (seat.mustConfirmAlone()) {
            card.add(new Paragraph(getTranslation("chamber.room.alone-text")));
            actions.add(primary(
                    "chamber.room.alone",
                    Symbol.LOCK,
                    () -> act(meeting, () -> attendance.confirmAlone(meeting, current.id()))));
        }
        if (seat.holdsVote()) {
            actions.add(new Button(
                    getTranslation("chamber.room.recuse"),
                    Symbol.RECUSED.create(),
                    click -> confirmRecusal(meeting, current, person)));
        }
    }

    private void confirmRecusal(MeetingId meeting, AgendaItemSummary current, PersonId person) {
        var dialog = new com.vaadin.flow.component.confirmdialog.ConfirmDialog();
        dialog.setHeader(getTranslation("chamber.room.recuse-title"));
        dialog.setText(getTranslation("chamber.room.recuse-text", current.number(), current.title()));
        dialog.setConfirmText(getTranslation("chamber.room.recuse"));
        dialog.setCancelText(getTranslation("chamber.cancel"));
        dialog.setCancelable(true);
        dialog.addConfirmListener(confirm -> act(meeting, () -> attendance.recuse(meeting, current.id(), person)));
        dialog.open();
    }

    private void arrive(Board board, Seat seat, Place place) {
        act(
                board.meeting().id(),
                () -> attendance.arrive(board.meeting().id(), seat.member().person(), place));
    }

    private Button primary(String key, Symbol symbol, Runnable step) {
        var button = new Button(getTranslation(key), symbol.create(), click -> step.run());
        button.addThemeNames("primary", "large");
        return button;
    }

    private Component currentItem(Board board) {
        panel = null;
        if (board.isBehindClosedDoors()) {
            return new Card(
                    getTranslation("chamber.room.closed-doors"),
                    new Paragraph(getTranslation("chamber.room.closed-doors-text")));
        }
        if (board.isOutside(me)) {
            return new Card(
                    getTranslation("chamber.room.closed-doors"),
                    new Paragraph(getTranslation("chamber.room.outside-text")));
        }
        if (board.meeting().state() == MeetingState.CLOSED) {
            return new MeetingOver(board);
        }
        var current = board.currentItem();
        if (current.isEmpty()) {
            return new Card(
                    getTranslation("chamber.room.no-item"), new Paragraph(getTranslation("chamber.room.no-item-text")));
        }
        var card = new Card(getTranslation(
                "chamber.room.item", current.get().number(), current.get().title()));
        var poll = board.poll();
        if (poll != null && poll.item().equals(current.get().id())) {
            panel = new PollPanel(board, poll, me, clock);
            card.add(panel);
        }
        SettledLine.on(board).ifPresent(card::add);
        var proposal = board.proposal();
        if (proposal != null
                && (poll == null || !poll.item().equals(current.get().id()) || poll.state() == PollState.PREPARED)) {
            card.add(
                    heading(proposal),
                    new SameForAll(
                            "proposal-for-vote",
                            List.of(proposal.proposal()),
                            () -> new ProposalText(proposal.proposal())));
        }
        card.add(documents(board, current.get()));
        return card;
    }

    private Component heading(ProposalForVote proposal) {
        var heading = new Div(new H3(getTranslation("chamber.proposal")));
        heading.addClassName("rs-proposal-head");
        if (proposal.withChanges()) {
            heading.add(new StatusBadge(Tone.WARNING, Symbol.EDIT, getTranslation("chamber.documents.changed")));
        }
        return heading;
    }

    /** Stays as it is while votes come in: only another item or another wording is looked up again. */
    private Component documents(Board board, AgendaItemSummary current) {
        var now = Arrays.asList(current.id(), board.proposal());
        var shown = shownDocuments;
        if (shown == null || !now.equals(documentsFor)) {
            shown = documents.of(board, current);
            shownDocuments = shown;
            documentsFor = now;
        }
        return shown;
    }

    private Component attendees(Board board) {
        var card = new Card(getTranslation(
                "chamber.attendance.title", board.countPresent(), board.seats().size()));
        card.add(
                new QuorumLine(board.quorum()),
                new SeatPlan(getTranslation("chamber.attendance.seats"), SeatPicture.attendance(board, me)));
        return card;
    }
}
