package de.ratssaal.paper.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import de.ratssaal.paper.ProposalDifference.PartDifference;
import de.ratssaal.paper.ProposalDifference.PointDifference;
import de.ratssaal.paper.ResolutionPoint;
import de.ratssaal.paper.TextDifference;
import de.ratssaal.paper.ui.TextComparison.Reading;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One point in two wordings: its text, its parts and what follows from it. */
public class PointComparison extends Composite<Div> {

    private final Reading reading;

    public PointComparison(PointDifference point, Reading reading) {
        this.reading = reading;
        getContent().addClassName("rs-point-body");
        if (reading == Reading.BEFORE && point.before() == null || reading == Reading.AFTER && point.after() == null) {
            var nothing = new Paragraph(
                    getTranslation(reading == Reading.BEFORE ? "paper.compare.not-yet" : "paper.compare.no-more"));
            nothing.addClassName("rs-compare-nothing");
            getContent().add(nothing);
            return;
        }
        if (!point.text().pieces().isEmpty()) {
            getContent().add(new TextComparison(point.text(), reading));
        }
        var parts = new OrderedList();
        parts.addClassName("rs-parts");
        point.parts().stream().filter(this::isRead).forEach(it -> parts.add(part(it)));
        if (parts.getComponentCount() > 0) {
            getContent().add(parts);
        }
        var duties = new UnorderedList();
        duties.addClassNames("rs-duties", "rs-duties-compared");
        addDuty(duties, point, ResolutionPoint::responsible, DutyTexts::responsible);
        addDuty(duties, point, ResolutionPoint::due, DutyTexts::due);
        addDuty(duties, point, ResolutionPoint::report, DutyTexts::report);
        if (duties.getComponentCount() > 0) {
            getContent().add(duties);
        }
    }

    private boolean isRead(PartDifference part) {
        return switch (reading) {
            case TOGETHER -> true;
            case BEFORE -> part.placeBefore() > 0;
            case AFTER -> part.placeAfter() > 0;
        };
    }

    private ListItem part(PartDifference part) {
        var label = new Span(reading == Reading.BEFORE || part.placeAfter() == 0 ? part.before() : part.after());
        label.addClassName("rs-part-label");
        var text = new Div(new TextComparison(part.text(), reading));
        if (part.moved()) {
            text.add(moved(getTranslation("paper.compare.part-moved", part.before(), part.after())));
        }
        return new ListItem(label, text);
    }

    static Component moved(String text) {
        var note = new Paragraph(text);
        note.addClassName("rs-compare-moved");
        return note;
    }

    private <T> void addDuty(
            UnorderedList duties,
            PointDifference point,
            Function<ResolutionPoint, @Nullable T> duty,
            BiFunction<Component, T, String> inWords) {
        var before = Optional.ofNullable(point.before()).map(duty);
        var after = Optional.ofNullable(point.after()).map(duty);
        var text = before.map(it -> inWords.apply(this, it)).orElse("");
        var textAfter = after.map(it -> inWords.apply(this, it)).orElse("");
        var isRead = switch (reading) {
            case TOGETHER -> before.isPresent() || after.isPresent();
            case BEFORE -> before.isPresent();
            case AFTER -> after.isPresent();
        };
        if (isRead) {
            duties.add(new ListItem(new TextComparison(TextDifference.replaced(text, textAfter), reading)));
        }
    }
}
