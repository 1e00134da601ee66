package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import de.ratssaal.attendance.Place;
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.Seat;
import de.ratssaal.identity.PersonId;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.PollSummary;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Calls out the members who have not voted by device, in the order of the alphabet. Whoever is passed over is called again at
 * the end.
 */
final class RollCall {

    /** Enters what a member who was called has answered. */
    interface Answer {
        void enter(PollSummary poll, PersonId person, Choice choice);
    }

    private final Answer answer;
    private final Section called = new Section("rs-roll-call").calm();
    private final List<PersonId> passedOver = new ArrayList<>();
    private @Nullable PollSummary poll;

    RollCall(Answer answer) {
        this.answer = answer;
    }

    /** The place at the desk where a poll is called out. */
    Component on(PollSummary open) {
        if (poll == null || !poll.id().equals(open.id())) {
            passedOver.clear();
        }
        poll = open;
        return called;
    }

    void show(Board board) {
        var open = poll;
        if (open == null
                || board.openPoll().filter(it -> it.id().equals(open.id())).isEmpty()) {
            return;
        }
        var waiting = waiting(board);
        // the second press of a double click is not the answer of whoever is called next
        called.show(List.of(open.id(), waiting), () -> next(board, open, waiting));
    }

    private List<Seat> waiting(Board board) {
        var byName = Collator.getInstance(Locale.GERMAN);
        return board.seats().stream()
                .filter(it -> it.mayVote() && !it.hasVoted() && it.place() == Place.ROOM)
                .sorted(Comparator.<Seat>comparingInt(
                                it -> passedOver.indexOf(it.member().person()))
                        .thenComparing(it -> it.member().sortName(), byName))
                .toList();
    }

    private Component next(Board board, PollSummary open, List<Seat> waiting) {
        if (waiting.isEmpty()) {
            return new Paragraph(called.getTranslation("chamber.roll-call.done"));
        }
        var seat = waiting.getFirst();
        var person = seat.member().person();
        var name = new Span(seat.member().name());
        name.addClassName("rs-roll-call-name");
        var head = new Paragraph(new Span(called.getTranslation("chamber.roll-call.next")), name);
        head.getElement().setAttribute("role", "status");
        var answers = new Div();
        answers.addClassName("rs-actions");
        for (var choice : Choice.values()) {
            var button = new Button(
                    called.getTranslation("voting.choice." + choice),
                    symbol(choice).create(),
                    click -> answer.enter(open, person, choice));
            button.addThemeNames("large");
            answers.add(button);
        }
        var later = new Button(called.getTranslation("chamber.roll-call.later"), click -> {
            passedOver.remove(person);
            passedOver.add(person);
            show(board);
        });
        later.addThemeNames("tertiary");
        answers.add(later);
        return new Div(
                head, answers, new Paragraph(called.getTranslation("chamber.roll-call.waiting", waiting.size())));
    }

    private static Symbol symbol(Choice choice) {
        return switch (choice) {
            case YES -> Symbol.YES;
            case NO -> Symbol.NO;
            case ABSTENTION -> Symbol.ABSTAIN;
        };
    }
}
