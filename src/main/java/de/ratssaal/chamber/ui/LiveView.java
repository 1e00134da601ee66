package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import de.ratssaal.base.ui.WhileShown;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.BoardAt;
import de.ratssaal.chamber.Boards;
import de.ratssaal.meeting.MeetingId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A view that shows a running meeting and is told of every change. Its whole state is in its address and the board. */
abstract class LiveView extends Composite<Div> implements BeforeEnterObserver, HasDynamicTitle {

    private final Boards boards;
    private @Nullable BoardAt shown;

    LiveView(Boards boards) {
        this.boards = boards;
        getContent().addClassName("rs-page");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var id = AddressedMeeting.of(event);
        begin(id);
        refresh(id);
        WhileShown.watch(this, ui -> boards.watch(id, board -> WhileShown.update(ui, () -> update(board))));
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
            show(board.board());
        } else if (board.turn() > before.turn()) {
            shown = board;
            if (!board.board().equals(before.board())) {
                show(board.board());
            }
        }
    }

    @Override
    public String getPageTitle() {
        return shown == null ? "" : board().meeting().title();
    }
}
