package de.ratssaal.paper.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.paper.Rival;
import de.ratssaal.paper.RivalChoice;
import java.util.List;
import java.util.function.Function;

/** A field in which something of a manuscript stands, with who else writes there and with wordings that wait. */
abstract class Bound extends Composite<Div> implements Bench.Shown {

    final Bench bench;
    private final String ownPlace;
    private final Div others = new Div();
    private final Div waiting = new Div();
    private Function<String, String> words = it -> it;

    Bound(Bench bench, String place, Component field) {
        this.bench = bench;
        this.ownPlace = place;
        others.addClassName("rs-writers-here");
        others.setVisible(false);
        waiting.addClassName("rs-rivals");
        waiting.setVisible(false);
        waiting.getElement().setAttribute("role", "status");
        getContent().addClassName("rs-bound");
        getContent().add(field, others, waiting);
        bench.put(place, this);
    }

    /** How a value is read where it stands beside another. */
    Bound readAs(Function<String, String> reading) {
        words = reading;
        return this;
    }

    final String ownPlace() {
        return ownPlace;
    }

    @Override
    public String place() {
        return ownPlace;
    }

    /** Names of others who write here now. */
    final void writers(List<String> names) {
        others.removeAll();
        others.setVisible(!names.isEmpty());
        if (!names.isEmpty()) {
            others.add(
                    Symbol.EDIT.create(),
                    new Span(getTranslation("paper.write.writes-here", String.join(", ", names))));
        }
    }

    @Override
    public final void rivals(List<Rival> rivals) {
        waiting.removeAll();
        waiting.setVisible(!rivals.isEmpty());
        rivals.forEach(it -> waiting.add(rival(it)));
    }

    /** The other wording beside the one in the field, and what can be done. */
    private Component rival(Rival rival) {
        var mine = place().equals(rival.textPlace());
        var stored = bench.sheet().manuscript();
        var heading = new Paragraph(
                Symbol.WARNING.create(),
                new Span(getTranslation(mine ? "paper.write.rival-mine" : "paper.write.rival", rival.by())));
        heading.addClassName("rs-rival-heading");
        var other = new Div();
        other.addClassName("rs-rival-text");
        words.apply(stored.text(mine ? ownPlace : rival.textPlace()))
                .lines()
                .map(Paragraph::new)
                .forEach(other::add);
        var choices = new Div(
                choice("paper.write.take-mine", rival, mine ? RivalChoice.RIVAL : RivalChoice.STANDING),
                choice("paper.write.take-other", rival, mine ? RivalChoice.STANDING : RivalChoice.RIVAL));
        if (isQuick()) {
            choices.addClassName("rs-rival-of-two");
        } else {
            choices.add(choice("paper.write.take-both", rival, RivalChoice.BOTH));
        }
        choices.addClassName("rs-actions");
        var box = new Div(heading, other, choices);
        box.addClassName("rs-rival");
        return box;
    }

    private Button choice(String key, Rival rival, RivalChoice choice) {
        var button = new Button(getTranslation(key), click -> bench.decide(rival, choice));
        button.addThemeNames("small");
        return button;
    }

    abstract void focusField();

    /** Shows another text whatever was typed. For what somebody did to this very text in this window. */
    abstract void set(String text);
}
