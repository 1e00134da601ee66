package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import de.ratssaal.attendance.Delegating;
import de.ratssaal.attendance.DelegationId;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.VotesLeft;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import java.util.List;
import java.util.function.Consumer;

/** Who carries whose vote, at the desk; a vote that a member left in writing is entered here. */
final class DelegationsAtDesk implements LiveCard.Shown {

    private final Delegating delegating;
    private final MeetingId meeting;
    private final Consumer<Runnable> act;
    private final Section whole = new Section("rs-delegations");
    private final Section rows = new Section("rs-delegation-rows");
    private final DelegationForm form;
    private final Details entering;
    private DelegationId next = DelegationId.next();

    DelegationsAtDesk(Delegating delegating, MeetingId meeting, Consumer<Runnable> act) {
        this.delegating = delegating;
        this.meeting = meeting;
        this.act = act;
        form = new DelegationForm(null);
        var enter = new Button(whole.getTranslation("chamber.delegation.enter"), Symbol.ADD.create(), click -> enter());
        entering = new Details(whole.getTranslation("chamber.delegation.enter-for"), new Div(form, enter));
        var card = new Card(whole.getTranslation("chamber.delegation.title"));
        card.add(rows, entering);
        whole.add(card);
        whole.setVisible(false);
    }

    @Override
    public Component component() {
        return whole;
    }

    @Override
    public void show(Board board) {
        var state = board.meeting().state();
        var isOver = state == MeetingState.CLOSED || state == MeetingState.CANCELLED;
        var left = board.part(VotesLeft.class).orElseThrow();
        whole.setVisible(left.isAllowed() && !isOver);
        if (whole.isVisible()) {
            rows.show(List.of(left, board.agenda()), () -> list(board, left));
            form.show(board);
        }
    }

    private Component list(Board board, VotesLeft votes) {
        var list = new Div();
        if (votes.left().isEmpty()) {
            list.add(new Paragraph(whole.getTranslation("chamber.delegation.none", votes.most())));
        }
        for (var left : votes.left()) {
            var title = new Span(whole.getTranslation("chamber.delegation.row", left.member(), left.holder()));
            title.addClassName("rs-row-title");
            var words = new Span(title, new Span(DelegationsInRoom.what(whole, board, left)));
            words.addClassName("rs-row-words");
            var back = new Button(
                    whole.getTranslation("chamber.delegation.end"),
                    Symbol.UNDO.create(),
                    click -> act.accept(() -> delegating.end(left.delegation().id())));
            back.setAriaLabel(whole.getTranslation("chamber.delegation.end-of", left.member()));
            back.addThemeNames("tertiary");
            var row = new Div(words, back);
            row.addClassName("rs-delegation");
            list.add(row);
        }
        return list;
    }

    private void enter() {
        if (!form.isComplete()) {
            return;
        }
        act.accept(() -> {
            delegating.give(next, meeting, form.item(), form.member(), form.holder());
            next = DelegationId.next();
            form.clear();
            entering.setOpened(false);
        });
    }
}
