package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.UI;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.chamber.Board;
import de.ratssaal.voting.Outcome;
import de.ratssaal.voting.Resolution;
import java.util.Optional;

/** What became of the item before the meeting, where no vote on it tells. */
final class SettledLine extends StatusBadge {

    private SettledLine(Outcome outcome) {
        super(Tone.NEUTRAL, Symbol.CHECK, UI.getCurrent().getTranslation("voting.outcome." + outcome));
    }

    static Optional<SettledLine> on(Board board) {
        return outcome(board).map(SettledLine::new);
    }

    static Optional<Outcome> outcome(Board board) {
        return board.resolutions().stream()
                .filter(it -> it.item().equals(board.meeting().currentItem()) && it.poll() == null)
                .map(Resolution::outcome)
                .findFirst();
    }
}
