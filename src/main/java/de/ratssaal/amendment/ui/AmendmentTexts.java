package de.ratssaal.amendment.ui;

import com.vaadin.flow.component.Component;
import de.ratssaal.amendment.AmendmentDecision;
import de.ratssaal.amendment.AmendmentOutcome;
import de.ratssaal.amendment.AmendmentRow;
import de.ratssaal.amendment.AmendmentState;
import de.ratssaal.amendment.AmendmentSummary;
import de.ratssaal.amendment.Place;
import de.ratssaal.amendment.Reach;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;

/** Amendments, their states and how far they go, in words. */
final class AmendmentTexts {

    private AmendmentTexts() {}

    static String name(Component view, AmendmentSummary amendment) {
        return amendment.number() == 0
                ? view.getTranslation("amendment.draft-name")
                : view.getTranslation("amendment.name", amendment.number());
    }

    static StatusBadge state(Component view, AmendmentState state) {
        var text = view.getTranslation("amendment.state." + state);
        return switch (state) {
            case DRAFT -> new StatusBadge(Tone.NEUTRAL, text);
            case SUBMITTED -> new StatusBadge(Tone.INFO, Symbol.SEND, text);
            case TAKEN_OVER, ADOPTED -> new StatusBadge(Tone.SUCCESS, text);
            case REJECTED -> new StatusBadge(Tone.DANGER, Symbol.NO, text);
            case WITHDRAWN, SETTLED, NOT_SUPPORTED -> new StatusBadge(Tone.NEUTRAL, Symbol.CLOSE, text);
        };
    }

    static StatusBadge toCheck(Component view) {
        return new StatusBadge(Tone.WARNING, view.getTranslation("amendment.to-check-badge"));
    }

    static StatusBadge outcome(Component view, AmendmentOutcome outcome) {
        var text = view.getTranslation("amendment.outcome." + outcome);
        return switch (outcome) {
            case ADOPTED -> new StatusBadge(Tone.SUCCESS, text);
            case REJECTED -> new StatusBadge(Tone.DANGER, Symbol.NO, text);
            case SETTLED, NOT_SUPPORTED -> new StatusBadge(Tone.NEUTRAL, Symbol.CLOSE, text);
        };
    }

    static String decision(Component view, AmendmentDecision decision) {
        var outcome = view.getTranslation("amendment.outcome." + decision.outcome());
        var count = decision.count();
        return count == null
                ? outcome
                : view.getTranslation("amendment.counted", outcome, count.yes(), count.no(), count.abstentions());
    }

    static String reach(Component view, AmendmentRow row) {
        return reach(view, row.reach());
    }

    /** Thousandths are read as hundredths. */
    private static String reach(Component view, Reach reach) {
        var key = "amendment.reach." + reach.step();
        return switch (reach.step()) {
            case WHOLE, DUTY, ADDITION -> view.getTranslation(key);
            case DELETION, DATE -> view.getTranslation(key, reach.measure());
            case AMOUNT, WORDING -> view.getTranslation(key, Math.max(1, (reach.measure() + 5) / 10));
        };
    }

    static String place(Component view, Place place) {
        return view.getTranslation("amendment.place." + place.kind(), place.point(), place.part());
    }
}
