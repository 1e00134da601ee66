package de.ratssaal.workflow.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.ui.DateTexts;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.organization.OrganizationSummary;
import de.ratssaal.workflow.StandIns;
import java.time.Clock;
import java.time.LocalDate;

/** Names who stands in for the head of an office, from which day to which. */
class StandInDialog extends Dialog {

    StandInDialog(OrganizationSummary office, StandIns standIns, Councils councils, Clock clock, Runnable done) {
        var today = LocalDate.ofInstant(
                clock.instant(), councils.body(office.body()).zone());
        setHeaderTitle(getTranslation("workflow.stand-in.title", office.name()));
        setCloseOnOutsideClick(false);
        setWidth("min(36rem, 100%)");
        var substitute = new ComboBox<MemberSummary>(getTranslation("workflow.stand-in.substitute"));
        substitute.setItems(standIns.candidates(office.id()));
        substitute.setItemLabelGenerator(MemberSummary::sortName);
        substitute.setRequiredIndicatorVisible(true);
        var first = day("workflow.stand-in.first-day", today);
        var last = day("workflow.stand-in.last-day", today);
        first.setValue(today);
        var days = new Div(first, last);
        days.addClassName("rs-form-pair");
        var form = new Div(new Paragraph(getTranslation("workflow.stand-in.dialog-text")), substitute, days);
        form.addClassName("rs-form");
        add(form);
        var name = new Button(getTranslation("workflow.stand-in.verb"), click -> {
            var who = substitute.getValue();
            var from = first.getValue();
            var to = last.getValue();
            if (who == null || from == null || to == null) {
                throw new Refusal("workflow.stand-in.incomplete");
            }
            standIns.name(office.id(), who.person(), from, to);
            close();
            done.run();
        });
        name.addThemeNames("primary");
        getFooter().add(new Button(getTranslation("base.cancel"), click -> close()), name);
    }

    private DatePicker day(String key, LocalDate today) {
        var day = new DatePicker(getTranslation(key));
        day.setI18n(DateTexts.of(this));
        day.setLocale(getLocale());
        day.setMin(today);
        day.setRequiredIndicatorVisible(true);
        return day;
    }
}
