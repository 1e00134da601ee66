package de.ratssaal.paper.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import de.ratssaal.paper.FieldType;
import de.ratssaal.paper.TemplateField;
import java.util.List;

/** A field of a template, to be changed. */
class FieldRow extends Composite<Div> {

    private final String key;
    private final TextField label = new TextField();
    private final TextField help = new TextField();
    private final Select<FieldType> type = new Select<>();
    private final TextArea choices = new TextArea();
    private final Checkbox required = new Checkbox();

    FieldRow(TemplateField field, Runnable changed) {
        key = field.key();
        label.setValue(field.label());
        help.setLabel(getTranslation("paper.template.help"));
        help.setValue(field.help());
        type.setLabel(getTranslation("paper.template.type"));
        type.setItems(FieldType.values());
        type.setItemLabelGenerator(it -> getTranslation("paper.field-type." + it));
        type.addValueChangeListener(change -> choices.setVisible(change.getValue() == FieldType.CHOICE));
        choices.setLabel(getTranslation("paper.template.choices"));
        choices.setValue(String.join("\n", field.choices()));
        choices.setVisible(false);
        type.setValue(field.type());
        required.setLabel(getTranslation("paper.template.required"));
        required.setValue(field.required());
        getContent().addClassName("rs-form-columns");
        getContent().add(label, type, help, choices, required);
        TemplatesView.whenChanged(changed, label, help, choices, required, type);
    }

    static TemplateField fresh(String label) {
        return new TemplateField(TemplatesView.newKey(), label, "", FieldType.TEXT, false, List.of());
    }

    void named(String number) {
        label.setLabel(getTranslation("paper.template.label", number));
    }

    TemplateField field() {
        return new TemplateField(
                key,
                label.getValue(),
                help.getValue(),
                type.getValue(),
                required.getValue(),
                type.getValue() == FieldType.CHOICE ? choices.getValue().lines().toList() : List.of());
    }
}
