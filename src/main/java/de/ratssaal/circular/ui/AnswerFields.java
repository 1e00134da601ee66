package de.ratssaal.circular.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import de.ratssaal.base.Refusal;
import de.ratssaal.circular.Answer;
import de.ratssaal.voting.Choice;
import org.jspecify.annotations.Nullable;

/** The two questions of a circular resolution: whether to decide in writing, and the matter itself. */
class AnswerFields extends Composite<Div> {

    private final RadioButtonGroup<Boolean> procedure = new RadioButtonGroup<>();
    private final RadioButtonGroup<Choice> matter = new RadioButtonGroup<>();

    AnswerFields(@Nullable Answer before) {
        procedure.setLabel(getTranslation("circular.answer.procedure"));
        procedure.setItems(true, false);
        procedure.setItemLabelGenerator(it -> getTranslation(it ? "circular.answer.agree" : "circular.answer.object"));
        matter.setLabel(getTranslation("circular.answer.matter"));
        matter.setItems(Choice.values());
        matter.setItemLabelGenerator(it -> getTranslation("circular.choice." + it));
        procedure.addClassName("rs-circular-question");
        matter.addClassName("rs-circular-question");
        if (before != null) {
            procedure.setValue(before.agrees());
            matter.setValue(before.choice());
        }
        getContent().addClassName("rs-form");
        getContent().add(procedure, matter);
    }

    /** @throws Refusal if nothing is chosen */
    boolean agrees() {
        if (procedure.isEmpty()) {
            throw new Refusal("circular.answer.procedure-missing");
        }
        return procedure.getValue();
    }

    /** @throws Refusal if nothing is chosen */
    Choice choice() {
        if (matter.isEmpty()) {
            throw new Refusal("circular.answer.matter-missing");
        }
        return matter.getValue();
    }
}
