package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.chamber.Seat;
import de.ratssaal.identity.PersonId;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Calls out members one after the other, in the order of the alphabet. Whoever is passed over is called again at the end.
 */
public final class CallingOut {

    /** What a member who is called can answer. */
    public record Answer(String text, Symbol symbol, Consumer<PersonId> enter) {}

    private final Section called = new Section("rs-roll-call").calm();
    private final List<PersonId> passedOver = new ArrayList<>();
    private @Nullable Object about;

    /** The place at the desk where is called out. */
    public Component component() {
        return called;
    }

    /**
     * @param what about what is called out; something else begins anew
     * @param waiting who has not answered
     */
    public void show(Object what, List<Seat> waiting, List<Answer> answers) {
        if (!what.equals(about)) {
            passedOver.clear();
        }
        about = what;
        var byName = Collator.getInstance(Locale.GERMAN);
        var inOrder = waiting.stream()
                .sorted(Comparator.<Seat>comparingInt(
                                it -> passedOver.indexOf(it.member().person()))
                        .thenComparing(it -> it.member().sortName(), byName))
                .toList();
        // the second press of a double click is not the answer of whoever is called next
        called.show(List.of(what, inOrder), () -> next(what, inOrder, answers));
    }

    private Component next(Object what, List<Seat> waiting, List<Answer> answers) {
        if (waiting.isEmpty()) {
            return new Paragraph(called.getTranslation("chamber.roll-call.done"));
        }
        var seat = waiting.getFirst();
        var person = seat.member().person();
        var name = new Span(seat.member().name());
        if (seat.castBy() != null) {
            name.add(new Span(" " + called.getTranslation("chamber.roll-call.carried")));
        }
        name.addClassName("rs-roll-call-name");
        var head = new Paragraph(new Span(called.getTranslation("chamber.roll-call.next")), name);
        head.getElement().setAttribute("role", "status");
        var actions = new Div();
        actions.addClassName("rs-actions");
        for (var answer : answers) {
            var button = new Button(
                    answer.text(),
                    answer.symbol().create(),
                    click -> answer.enter().accept(person));
            button.addThemeNames("large");
            actions.add(button);
        }
        var later = new Button(called.getTranslation("chamber.roll-call.later"), click -> {
            passedOver.remove(person);
            passedOver.add(person);
            show(what, waiting, answers);
        });
        later.addThemeNames("tertiary");
        actions.add(later);
        return new Div(
                head, actions, new Paragraph(called.getTranslation("chamber.roll-call.waiting", waiting.size())));
    }
}
