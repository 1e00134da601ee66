package de.ratssaal.election.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.election.CandidateId;
import de.ratssaal.election.CountSheet;
import de.ratssaal.election.ElectionSummary;
import de.ratssaal.election.RoundSummary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The count sheet of a teller: one figure for each pile of ballots. */
class CountForm extends Composite<Div> {

    private final Map<CandidateId, IntegerField> votes = new LinkedHashMap<>();
    private final IntegerField inUrn = field(getTranslation("election.sheet.in-urn"));
    private final IntegerField no = field(getTranslation("election.sheet.no"));
    private final IntegerField blank = field(getTranslation("election.sheet.blank"));
    private final IntegerField invalid = field(getTranslation("election.sheet.invalid"));
    private final Paragraph sum = new Paragraph();

    /** @param enter takes the sheet */
    CountForm(ElectionSummary election, RoundSummary round, Consumer<CountSheet> enter) {
        getContent().addClassName("rs-election-count-form");
        getContent().add(new Paragraph(getTranslation("election.count.text", round.handedOut())));
        var fields = new Div(inUrn);
        fields.addClassName("rs-election-fields");
        round.candidates().forEach(it -> {
            var field = field(election.nameOf(it));
            votes.put(it, field);
            fields.add(field);
        });
        if (votes.size() == 1) {
            fields.add(no);
        }
        fields.add(blank, invalid);
        sum.addClassName("rs-election-sum");
        sum.getElement().setAttribute("role", "status");
        var done = new Button(
                getTranslation("election.count.enter"), Symbol.CHECK.create(), click -> enter.accept(sheet()));
        done.addThemeNames("primary", "large");
        getContent().add(fields, sum, done);
        showSum();
    }

    private IntegerField field(String label) {
        var field = new IntegerField(label);
        field.setMin(0);
        field.setStepButtonsVisible(true);
        field.setValue(0);
        field.setValueChangeMode(ValueChangeMode.EAGER);
        field.addValueChangeListener(change -> showSum());
        return field;
    }

    private CountSheet sheet() {
        var counted = new LinkedHashMap<CandidateId, Integer>();
        votes.forEach((who, field) -> counted.put(who, value(field)));
        return new CountSheet(value(inUrn), value(blank), value(invalid), value(no), counted);
    }

    private void showSum() {
        var piles = new ArrayList<>(List.of(no, blank, invalid));
        piles.addAll(votes.values());
        sum.setText(getTranslation(
                "election.count.sums", piles.stream().mapToInt(CountForm::value).sum(), value(inUrn)));
    }

    private static int value(IntegerField field) {
        return field.getValue() == null ? 0 : field.getValue();
    }
}
