package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.WhileShown;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.BoardAt;
import de.ratssaal.chamber.Boards;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingLinks;
import de.ratssaal.meeting.MeetingMode;
import de.ratssaal.meeting.MeetingSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** A view that shows a running meeting and is told of every change. Its whole state is in its address and the board. */
abstract class LiveView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final Boards boards;
    private final ObjectProvider<LiveCard> cards;
    private final LiveCard.Screen screen;
    private final Div cardsPlace = new Div();
    private final Div stagePlace = new Div();
    private final List<LiveCard.Shown> shownCards = new ArrayList<>();
    private @Nullable FoldedCards folded;
    private @Nullable BoardAt shown;

    LiveView(Boards boards, ObjectProvider<LiveCard> cards, LiveCard.Screen screen) {
        this.boards = boards;
        this.cards = cards;
        this.screen = screen;
        cardsPlace.addClassName("rs-live-cards");
        getContent().addClassName("rs-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = AddressedMeeting.of(event);
        begin(id);
        layOutCards(id);
        refresh(id);
        WhileShown.watch(this, ui -> boards.watch(id, board -> WhileShown.update(ui, () -> update(board))));
    }

    /** Where the cards of other modules stand. */
    Div cardsPlace() {
        return cardsPlace;
    }

    /** Where those of them stand that come before everything else. */
    Div stagePlace() {
        return stagePlace;
    }

    /** What one of the cards says has to be done first. */
    Optional<String> goesFirst(Board board) {
        return shownCards.stream().flatMap(it -> it.goesFirst(board).stream()).findFirst();
    }

    /** Whether one of the cards has decided what the item before the meeting is about. */
    boolean isDecidedByCard(Board board) {
        return shownCards.stream().anyMatch(it -> it.decidesItem(board));
    }

    /** What one of the cards says has to be done before an interrupted meeting goes on. */
    Optional<String> goesBeforeResuming(Board board) {
        return shownCards.stream()
                .flatMap(it -> it.goesBeforeResuming(board).stream())
                .findFirst();
    }

    private void layOutCards(MeetingId meeting) {
        cardsPlace.removeAll();
        shownCards.clear();
        shown = null;
        stagePlace.removeAll();
        cards.stream()
                .sorted(Comparator.comparingInt(LiveCard::order))
                .forEach(it -> it.on(screen, meeting, step -> act(meeting, step))
                        .ifPresent(card -> {
                            shownCards.add(card);
                            if (screen == LiveCard.Screen.ROOM) {
                                (it.isStage() ? stagePlace : cardsPlace).add(card.component());
                            }
                        }));
        if (screen == LiveCard.Screen.ROOM) {
            return;
        }
        var places = new FoldedCards();
        folded = places;
        shownCards.forEach(it -> cardsPlace.add(places.place(it)));
        cardsPlace.add(places.row());
    }

    private void showAll(Board board) {
        show(board);
        var seen = asSeen(board);
        shownCards.forEach(it -> it.show(seen));
        Optional.ofNullable(folded).ifPresent(it -> it.show(seen));
    }

    /** What of the board this screen may show. */
    Board asSeen(Board board) {
        return board;
    }

    /** Called once, before the first board is shown. */
    abstract void begin(MeetingId meeting);

    /** Shows where the meeting stands. */
    abstract void show(Board board);

    /** Does what somebody pressed and shows what came of it, also when it was refused. */
    void act(MeetingId meeting, Runnable step) {
        try {
            step.run();
        } finally {
            refresh(meeting);
        }
    }

    /** Where the meeting stands, as this view shows it. */
    Board board() {
        return Objects.requireNonNull(shown, "no board before the first one is shown")
                .board();
    }

    private void refresh(MeetingId meeting) {
        update(boards.now(meeting));
    }

    /** What was read before a press must not be shown over what came of it: the next press would meet the wrong button. */
    private void update(BoardAt board) {
        var before = shown;
        if (before == null) {
            shown = board;
            showAll(board.board());
        } else if (board.turn() > before.turn()) {
            shown = board;
            if (!board.board().equals(before.board())) {
                showAll(board.board());
            }
        }
    }

    @Override
    public String getPageTitle() {
        return shown == null ? "" : board().meeting().title();
    }

    /** To agenda and documents. Whoever may take part by video keeps the page: leaving it ends the connection. */
    final Anchor wayToDocuments(MeetingSummary meeting) {
        var beside = meeting.mode() != MeetingMode.IN_PERSON;
        var way = new Anchor(
                MeetingLinks.meeting(meeting.id()),
                (beside ? Symbol.DOCUMENT : Symbol.BACK).create(),
                new Span(getTranslation(beside ? "chamber.room.agenda-beside" : "chamber.room.agenda")));
        if (beside) {
            way.setTarget(AnchorTarget.BLANK);
        }
        way.addClassName("rs-back");
        return way;
    }
}
