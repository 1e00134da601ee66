package de.ratssaal.circular.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import de.ratssaal.circular.AnswerWay;
import de.ratssaal.circular.CircularConduct;
import de.ratssaal.circular.CircularId;
import de.ratssaal.circular.Participant;

/** Asks for an answer that came on paper or by mail. Stays open while it is refused. */
class EnterAnswerDialog extends Dialog {

    EnterAnswerDialog(CircularId circular, Participant member, CircularConduct conduct, Runnable done) {
        setHeaderTitle(getTranslation("circular.enter.title", member.name()));
        setWidth("min(36rem, 100%)");
        setCloseOnOutsideClick(false);
        var answer = new AnswerFields(null);
        var way = new Select<AnswerWay>();
        way.setLabel(getTranslation("circular.enter.way"));
        way.setItems(AnswerWay.PAPER, AnswerWay.MAIL);
        way.setItemLabelGenerator(it -> getTranslation("circular.way." + it));
        way.setValue(AnswerWay.PAPER);
        var note = new TextField(getTranslation("circular.enter.note"));
        note.setHelperText(getTranslation("circular.enter.note-help"));
        note.setRequiredIndicatorVisible(true);
        var form = new Div(new Paragraph(getTranslation("circular.enter.text")), answer, way, note);
        form.addClassName("rs-form");
        add(form);
        var save = new Button(getTranslation("circular.enter.save"), click -> {
            conduct.enterAnswer(
                    circular, member.person(), answer.agrees(), answer.choice(), way.getValue(), note.getValue());
            close();
            done.run();
        });
        save.addThemeNames("primary");
        getFooter().add(new Button(getTranslation("base.cancel"), click -> close()), save);
    }
}
