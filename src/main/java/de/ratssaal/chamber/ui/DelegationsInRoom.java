package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import de.ratssaal.attendance.Delegating;
import de.ratssaal.attendance.DelegationId;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.Seat;
import de.ratssaal.chamber.VotesLeft;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import java.util.List;
import java.util.function.Consumer;

/** On a member's device: the vote that they leave to somebody, and those that they carry. Nobody else sees it there. */
final class DelegationsInRoom implements LiveCard.Shown {

    private final Delegating delegating;
    private final MeetingId meeting;
    private final PersonId me;
    private final Consumer<Runnable> act;
    private final Section whole = new Section("rs-delegations");
    private final Section said = new Section("rs-delegation-rows");
    private final Div giving = new Div();
    private final DelegationForm form;
    private DelegationId next = DelegationId.next();

    DelegationsInRoom(Delegating delegating, MeetingId meeting, PersonId me, Consumer<Runnable> act) {
        this.delegating = delegating;
        this.meeting = meeting;
        this.me = me;
        this.act = act;
        form = new DelegationForm(me);
        giving.add(
                new Paragraph(whole.getTranslation("chamber.delegation.give-text")),
                form,
                new Button(whole.getTranslation("chamber.delegation.give"), Symbol.VOTE.create(), click -> give()));
        var card = new Card(whole.getTranslation("chamber.delegation.title"));
        card.add(said, giving);
        whole.add(card);
        whole.setVisible(false);
    }

    @Override
    public Component component() {
        return whole;
    }

    @Override
    public void show(Board board) {
        var votes = board.part(VotesLeft.class).orElseThrow();
        var state = board.meeting().state();
        var goesOn = state == MeetingState.CONVENED || state.isRunning();
        var given = votes.of(me);
        var carried = votes.carriedBy(me);
        var mayGive = board.seatOf(me)
                        .filter(it -> it.member().votes() && !it.isPresent())
                        .isPresent()
                && given.stream().noneMatch(it -> it.delegation().item() == null);
        whole.setVisible(votes.isAllowed() && goesOn && (mayGive || !given.isEmpty() || !carried.isEmpty()));
        giving.setVisible(mayGive);
        if (whole.isVisible()) {
            said.show(
                    List.of(
                            given,
                            carried,
                            board.agenda(),
                            board.seatOf(me).map(Seat::isPresent).orElse(false)),
                    () -> said(board, given, carried));
            form.show(board);
        }
    }

    private Component said(Board board, List<VotesLeft.Left> given, List<VotesLeft.Left> carried) {
        var box = new Div();
        given.forEach(it -> box.add(row(
                board, it, whole.getTranslation("chamber.delegation.given", it.holder()), "chamber.delegation.end")));
        carried.forEach(it -> box.add(row(
                board,
                it,
                whole.getTranslation("chamber.delegation.carried", it.member()),
                "chamber.delegation.return")));
        return box;
    }

    private Component row(Board board, VotesLeft.Left left, String words, String verb) {
        var back = new Button(
                whole.getTranslation(verb),
                Symbol.UNDO.create(),
                click -> act.accept(() -> delegating.end(left.delegation().id())));
        var text = new Paragraph(words + " " + what(whole, board, left));
        var row = new Div(text, back);
        row.addClassName("rs-delegation");
        return row;
    }

    /** For what the vote is left. */
    static String what(Component on, Board board, VotesLeft.Left left) {
        var item = left.delegation().item();
        var words = board.agenda().stream()
                .filter(it -> it.id().equals(item))
                .findFirst()
                .map(it -> on.getTranslation("chamber.delegation.for-item", it.number(), it.title()))
                .orElseGet(() -> on.getTranslation("chamber.delegation.for-meeting"));
        return left.delegation().enteredFor() ? words + " " + on.getTranslation("chamber.delegation.entered") : words;
    }

    private void give() {
        if (!form.isComplete()) {
            return;
        }
        act.accept(() -> {
            delegating.give(next, meeting, form.item(), me, form.holder());
            next = DelegationId.next();
            form.clear();
        });
    }
}
