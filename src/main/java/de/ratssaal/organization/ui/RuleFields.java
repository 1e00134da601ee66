package de.ratssaal.organization.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.FieldSet;
import com.vaadin.flow.component.textfield.TextField;
import de.ratssaal.base.LegalSource;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The values of one rule, with the paragraph that they stand in. */
class RuleFields extends FieldSet {

    private final TextField source = new TextField();
    private final StatusBadge changed;
    private LegalSource known = new LegalSource("", "");

    /** @param rule name in the keys of {@link RulesList} */
    RuleFields(String rule, Component... fields) {
        addClassName("rs-rule");
        source.setLabel(getTranslation("organization.rules.edit.source"));
        source.setMaxLength(100);
        changed = new StatusBadge(Tone.INFO, Symbol.EDIT, getTranslation("organization.rules.edit.changed"));
        changed.setVisible(false);
        var values = new Div(fields);
        values.addClassNames("rs-rule-values");
        var beside = new Div(source, changed);
        beside.addClassName("rs-rule-source");
        setContent(values, beside);
        setLegendText(getTranslation("organization.rules." + rule)); // the content would take its place
    }

    void show(LegalSource paragraph) {
        known = paragraph;
        source.setValue(paragraph.toString());
    }

    void showChanged(boolean isChanged) {
        changed.setVisible(isChanged);
    }

    LegalSource source() {
        return Objects.requireNonNullElse(source(source, known), known);
    }

    /**
     * {@code GO NRW § 49} is the statute {@code GO NRW} and its section {@code § 49}.
     *
     * @param known what the field was filled with
     * @return nothing if the field is empty
     */
    static @Nullable LegalSource source(TextField field, @Nullable LegalSource known) {
        var text = field.getValue().strip();
        if (text.isEmpty()) {
            return null;
        }
        if (known != null && text.equals(known.toString())) {
            return known;
        }
        var section = text.indexOf(" §");
        return section < 0
                ? new LegalSource(text, "")
                : new LegalSource(
                        text.substring(0, section), text.substring(section).strip());
    }

    TextField sourceField() {
        return source;
    }
}
