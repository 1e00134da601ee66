package de.ratssaal.paper.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.ui.DateTexts;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.paper.DueDate;
import de.ratssaal.paper.ReportDuty;
import de.ratssaal.paper.ResolutionPoint;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One point: its wording with its parts, and what follows from it. What nobody set by hand follows the wording. */
class PointEditor extends Composite<Div> {

    private final TextArea wording = new TextArea();
    private final TextField responsible = new TextField();
    private final DatePicker from = new DatePicker();
    private final DatePicker until = new DatePicker();
    private final Div reportLine = new Div();
    private @Nullable ReportDuty report;
    private ResolutionPoint read;

    PointEditor(ResolutionPoint point) {
        wording.setWidthFull();
        wording.setMinRows(2);
        wording.setValueChangeMode(ValueChangeMode.ON_BLUR);
        wording.setHelperText(getTranslation("paper.point.parts-help"));
        responsible.setLabel(getTranslation("paper.point.responsible"));
        responsible.addClassName("rs-grow");
        from.setLabel(getTranslation("paper.point.from"));
        until.setLabel(getTranslation("paper.point.until"));
        from.setClearButtonVisible(true);
        until.setClearButtonVisible(true);
        addAttachListener(attach -> {
            from.setI18n(DateTexts.of(this));
            until.setI18n(DateTexts.of(this));
        });
        reportLine.addClassName("rs-note");
        var duties = new Div(responsible, from, until);
        duties.addClassName("rs-fields-row");
        getContent().addClassName("rs-point-body");
        getContent().add(wording, duties, reportLine);

        read = ResolutionPoint.read(point.wording());
        wording.setValue(point.wording());
        showResponsible(point.responsible());
        showDue(point.due());
        showReport(point.report());
        wording.addValueChangeListener(change -> follow(ResolutionPoint.read(change.getValue())));
    }

    void named(String label) {
        wording.setLabel(getTranslation("paper.point.wording", label));
    }

    void focus() {
        wording.focus();
    }

    /** What was read from the old wording becomes what is read from the new one; what was set by hand stays. */
    private void follow(ResolutionPoint now) {
        if (Objects.equals(textOf(read.responsible()), responsible.getValue())) {
            showResponsible(now.responsible());
        }
        var due = read.due();
        if (Objects.equals(due == null ? null : due.until(), until.getValue())
                && Objects.equals(due == null ? null : due.from(), from.getValue())) {
            showDue(now.due());
        }
        if (Objects.equals(read.report(), report)) {
            showReport(now.report());
        }
        read = now;
    }

    ResolutionPoint point() {
        var point = ResolutionPoint.read(wording.getValue());
        return new ResolutionPoint("", point.text(), point.subPoints(), responsible.getValue(), due(), report);
    }

    private @Nullable DueDate due() {
        var first = from.getValue();
        var last = until.getValue();
        if (last == null) {
            if (first != null) {
                throw new Refusal("paper.point.until-missing");
            }
            return null;
        }
        if (first != null && last.isBefore(first)) {
            throw new Refusal("paper.point.ends-before-start");
        }
        return new DueDate(first, last);
    }

    private void showResponsible(@Nullable String office) {
        responsible.setValue(textOf(office));
    }

    private static String textOf(@Nullable String office) {
        return office == null ? "" : office;
    }

    private void showDue(@Nullable DueDate due) {
        from.setValue(due == null ? null : due.from());
        until.setValue(due == null ? null : due.until());
    }

    private void showReport(@Nullable ReportDuty duty) {
        report = duty;
        reportLine.removeAll();
        reportLine.setVisible(duty != null);
        if (duty != null) {
            var first = duty.from();
            var drop = new Button(getTranslation("paper.point.no-report"), click -> showReport(null));
            drop.addThemeNames("tertiary", "small");
            reportLine.add(
                    Symbol.MINUTES.create(),
                    new Span(
                            first == null
                                    ? getTranslation("paper.point.report-to", duty.recipient())
                                    : getTranslation("paper.point.report-to-from", duty.recipient(), first)),
                    drop);
        }
    }
}
