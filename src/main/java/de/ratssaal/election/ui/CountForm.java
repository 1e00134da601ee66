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
import de.ratssaal.election.ElectionKind;
import de.ratssaal.election.ElectionSummary;
import de.ratssaal.election.RoundSummary;
import de.ratssaal.election.RoundWay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The count sheet of a teller: one figure for each pile of ballots. In an open round, one for each count of hands. */
class CountForm extends Composite<Div> {

    private final Map<CandidateId, IntegerField> votes = new LinkedHashMap<>();
    private final IntegerField inUrn;
    private final IntegerField no = field(getTranslation("election.sheet.no"));
    private final IntegerField blank;
    private final IntegerField invalid = field(getTranslation("election.sheet.invalid"));
    private final Paragraph sum = new Paragraph();
    private final boolean byHands;
    private final boolean isSummed;

    /** @param enter takes the sheet */
    CountForm(ElectionSummary election, RoundSummary round, Consumer<CountSheet> enter) {
        byHands = round.way() == RoundWay.HANDS;
        // who names one only raises a hand once: as many took part as hands were raised
        isSummed = byHands
                && (election.kind() == ElectionKind.LISTS
                        || round.seats() == 1
                        || round.candidates().size() == 1);
        inUrn = field(getTranslation(byHands ? "election.sheet.took-part" : "election.sheet.in-urn"));
        blank = field(getTranslation(byHands ? "election.sheet.abstained" : "election.sheet.blank"));
        getContent().addClassName("rs-election-count-form");
        getContent()
                .add(new Paragraph(
                        byHands
                                ? getTranslation("election.count.hands", round.entitled())
                                : getTranslation("election.count.text", round.handedOut())));
        var fields = new Div();
        if (!isSummed) {
            fields.add(inUrn);
        }
        fields.addClassName("rs-election-fields");
        round.candidates().forEach(it -> {
            var field = field(election.nameOf(it));
            votes.put(it, field);
            fields.add(field);
        });
        if (votes.size() == 1) {
            fields.add(no);
        }
        fields.add(blank);
        if (!byHands) {
            fields.add(invalid);
        }
        sum.addClassName("rs-election-sum");
        sum.getElement().setAttribute("role", "status");
        var done = new Button(
                getTranslation(byHands ? "election.count.enter-hands" : "election.count.enter"),
                Symbol.CHECK.create(),
                click -> enter.accept(sheet()));
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
        return new CountSheet(isSummed ? sum() : value(inUrn), value(blank), value(invalid), value(no), counted);
    }

    private void showSum() {
        sum.setText(
                isSummed
                        ? getTranslation("election.count.sum-of-hands", sum())
                        : byHands
                                ? getTranslation("election.count.sums-of-hands", sum(), value(inUrn))
                                : getTranslation("election.count.sums", sum(), value(inUrn)));
    }

    private int sum() {
        var piles = new ArrayList<>(List.of(no, blank, invalid));
        piles.addAll(votes.values());
        return piles.stream().mapToInt(CountForm::value).sum();
    }

    private static int value(IntegerField field) {
        return field.getValue() == null ? 0 : field.getValue();
    }
}
