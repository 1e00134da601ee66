package de.ratssaal.voteorder.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Section;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.voteorder.PollSheets;
import de.ratssaal.voteorder.VoteOrder;
import java.util.List;

/** The votes on the item before the meeting for members and gallery: what comes when and why, and how each was taken. */
final class VotesInRoom implements LiveCard.Shown {

    private final PollSheets sheets;
    private final Section shown = new Section("rs-vote-order");

    VotesInRoom(PollSheets sheets) {
        this.sheets = sheets;
    }

    @Override
    public Component component() {
        return shown;
    }

    @Override
    public void show(Board board) {
        var order = board.part(VoteOrder.class).filter(VoteSteps::isShown).orElse(null);
        shown.setVisible(order != null);
        if (order != null) {
            shown.show(
                    List.of(order.steps(), order.votes(), board.seats().size()),
                    () -> new Card(
                            shown.getTranslation("voteorder.title"),
                            VoteSteps.of(order, it -> new Div()),
                            TakenVotes.of(board, order, sheets, it -> new Div())));
        }
    }
}
