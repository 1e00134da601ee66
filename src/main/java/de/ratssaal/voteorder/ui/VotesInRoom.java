package de.ratssaal.voteorder.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.SameForAll;
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.identity.PersonId;
import de.ratssaal.voteorder.BlocVotes;
import de.ratssaal.voteorder.PollSheets;
import de.ratssaal.voteorder.VoteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The votes on the item before the meeting for members and gallery: what comes when and why, and how each was taken. */
final class VotesInRoom implements LiveCard.Shown {

    private final BlocVotes blocs;
    private final PollSheets sheets;
    private final @Nullable PersonId me;
    private final Consumer<Runnable> act;
    private final Section shown = new Section("rs-vote-order");

    VotesInRoom(BlocVotes blocs, PollSheets sheets, @Nullable PersonId me, Consumer<Runnable> act) {
        this.blocs = blocs;
        this.sheets = sheets;
        this.me = me;
        this.act = act;
    }

    @Override
    public Component component() {
        return shown;
    }

    @Override
    public void show(Board board) {
        var order = board.part(VoteOrder.class)
                .filter(it -> VoteSteps.isShown(it) || it.bloc() != null)
                .orElse(null);
        shown.setVisible(order != null);
        if (order != null) {
            var mayObject = order.bloc() != null
                    && order.bloc().poll() == null
                    && board.seatOf(me)
                            .filter(it -> it.isPresent() && it.holdsVote() && !it.isRecused())
                            .isPresent();
            shown.show(
                    Arrays.asList(
                            order.steps(),
                            order.votes(),
                            order.bloc(),
                            mayObject,
                            board.seats().size()),
                    () -> card(board, order, mayObject));
        }
    }

    private Component card(Board board, VoteOrder order, boolean mayObject) {
        var card = new Card(shown.getTranslation("voteorder.title"));
        card.add(new SameForAll("vote-steps", List.of(order), () -> VoteSteps.of(order, it -> new Div())));
        var bloc = order.bloc();
        if (bloc != null) {
            card.add(BlocPart.of(
                    shown,
                    board,
                    bloc,
                    it -> mayObject
                            ? BlocPart.small(
                                    shown,
                                    "voteorder.bloc.object",
                                    Symbol.NO,
                                    () -> act.accept(
                                            () -> blocs.object(board.meeting().id(), it.item())))
                            : new Span()));
        }
        card.add(TakenVotes.of(board, order, sheets, it -> new Div()));
        return card;
    }
}
