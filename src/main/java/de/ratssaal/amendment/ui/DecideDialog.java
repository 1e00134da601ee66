package de.ratssaal.amendment.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import de.ratssaal.amendment.AmendmentOutcome;
import de.ratssaal.amendment.Count;
import de.ratssaal.base.Refusal;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Asks what became of an amendment, and how many voted which way. */
class DecideDialog extends Dialog {

    private static final long serialVersionUID = 1;

    private final RadioButtonGroup<AmendmentOutcome> outcome = new RadioButtonGroup<>();
    private final IntegerField yes = new IntegerField();
    private final IntegerField no = new IntegerField();
    private final IntegerField abstentions = new IntegerField();

    DecideDialog(String amendment, BiConsumer<AmendmentOutcome, @Nullable Count> decide) {
        setHeaderTitle(getTranslation("amendment.decide.question", amendment));
        setWidth("34rem");
        outcome.setLabel(getTranslation("amendment.decide.outcome"));
        // that too few support it is established where supporters are counted
        outcome.setItems(AmendmentOutcome.ADOPTED, AmendmentOutcome.REJECTED, AmendmentOutcome.SETTLED);
        outcome.setItemLabelGenerator(it -> getTranslation("amendment.outcome." + it));
        outcome.setRequiredIndicatorVisible(true);
        yes.setLabel(getTranslation("amendment.decide.yes"));
        no.setLabel(getTranslation("amendment.decide.no"));
        abstentions.setLabel(getTranslation("amendment.decide.abstentions"));
        for (var field : new IntegerField[] {yes, no, abstentions}) {
            field.setMin(0);
        }
        var counts = new Div(yes, no, abstentions);
        counts.addClassName("rs-fields-row");
        add(outcome, new Paragraph(getTranslation("amendment.decide.count-help")), counts);
        var save = new Button(getTranslation("amendment.decide.save"), click -> {
            var chosen = outcome.getValue();
            if (chosen == null) {
                throw new Refusal("amendment.decide.outcome-missing");
            }
            decide.accept(chosen, count());
            close();
        });
        save.addThemeNames("primary");
        getFooter().add(new Button(getTranslation("base.cancel"), click -> close()), save);
    }

    private @Nullable Count count() {
        return yes.isEmpty() && no.isEmpty() && abstentions.isEmpty()
                ? null
                : new Count(value(yes), value(no), value(abstentions));
    }

    private static int value(IntegerField field) {
        return field.isEmpty() ? 0 : Math.max(0, field.getValue());
    }
}
