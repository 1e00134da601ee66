package de.ratssaal.paper.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import de.ratssaal.paper.SectionKind;
import de.ratssaal.paper.TemplateSection;

/** A section of a template, to be changed. */
class SectionRow extends Composite<Div> {

    private final String key;
    private final TextField heading = new TextField();
    private final TextField help = new TextField();
    private final TextArea prefilled = new TextArea();
    private final Select<SectionKind> kind = new Select<>();
    private final Checkbox required = new Checkbox();
    private final Checkbox isPublic = new Checkbox();

    SectionRow(TemplateSection section, Runnable changed) {
        key = section.key();
        heading.setValue(section.heading());
        help.setLabel(getTranslation("paper.template.help"));
        help.setValue(section.help());
        prefilled.setLabel(getTranslation("paper.template.prefilled"));
        prefilled.setValue(section.prefilled());
        prefilled.addClassName("rs-wide");
        kind.setLabel(getTranslation("paper.template.section-kind"));
        kind.setItems(SectionKind.values());
        kind.setItemLabelGenerator(it -> getTranslation("paper.section-kind." + it));
        kind.setValue(section.kind());
        required.setLabel(getTranslation("paper.template.required"));
        required.setValue(section.required());
        isPublic.setLabel(getTranslation("paper.template.public"));
        isPublic.setValue(section.isPublic());
        var fixed = key.equals(TemplateSection.REASONS);
        kind.setReadOnly(fixed);
        isPublic.setReadOnly(fixed);
        getContent().addClassName("rs-form-columns");
        getContent().add(heading, kind, help, prefilled, required, isPublic);
        TemplatesView.whenChanged(changed, heading, help, prefilled, required, isPublic, kind);
    }

    static TemplateSection fresh(String heading) {
        return new TemplateSection(TemplatesView.newKey(), heading, "", "", SectionKind.TEXT, false, true);
    }

    void named(String number) {
        heading.setLabel(getTranslation("paper.template.heading", number));
    }

    TemplateSection section() {
        return new TemplateSection(
                key,
                heading.getValue(),
                help.getValue(),
                prefilled.getValue(),
                kind.getValue(),
                required.getValue(),
                isPublic.getValue());
    }
}
