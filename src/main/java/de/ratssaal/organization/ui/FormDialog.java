package de.ratssaal.organization.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.shared.HasValidationProperties;
import de.ratssaal.base.ui.DateTexts;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Asks for a few values. It stays open, with all that was typed, until they were taken. */
abstract class FormDialog extends Dialog {

    private final Div form = new Div();
    private final transient FieldChecks checks = new FieldChecks(this);
    private final transient Runnable done;

    /**
     * @param verb what the button says that takes the values
     * @param done shows what is true then
     */
    FormDialog(String title, String verb, Runnable done) {
        this.done = done;
        setHeaderTitle(title);
        setCloseOnOutsideClick(false);
        setWidth("min(36rem, 100%)");
        form.addClassName("rs-form");
        add(form);
        var save = new Button(verb, click -> attempt());
        save.addThemeNames("primary");
        getFooter().add(new Button(getTranslation("base.cancel"), click -> close()), save);
    }

    final void ask(Component... fields) {
        form.add(fields);
    }

    /** Fields of the same kind beside each other where there is room. */
    final void askInRow(Component... fields) {
        var row = new Div(fields);
        row.addClassName("rs-form-pair");
        form.add(row);
    }

    final void explain(String text) {
        var paragraph = new Paragraph(text);
        paragraph.addClassName("rs-note");
        form.add(paragraph);
    }

    final void answerAt(HasValidationProperties field, String... refusals) {
        checks.answerAt(field, refusals);
    }

    final DatePicker dayField(String label, @Nullable LocalDate value) {
        var day = new DatePicker(label, value);
        day.setI18n(DateTexts.of(this));
        day.setLocale(getLocale());
        checks.answerAt(day);
        return day;
    }

    private void attempt() {
        checks.begin();
        check(checks);
        if (checks.allRight() && checks.isDone(this::save)) {
            close();
            done.run();
        }
    }

    /** Looks at every field, and says at each what is wrong. */
    abstract void check(FieldChecks fields);

    /** Hands the values over. Nothing was changed if this is refused. */
    abstract void save();
}
