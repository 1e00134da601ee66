package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.UI;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.distribution.Change;
import java.util.Map;
import java.util.Optional;

/**
 * What is new or changed for the reader since they last looked, at items, papers and files.
 *
 * @param marks by the identifiers of what they stand at
 */
record ChangeMarks(Map<String, Change.What> marks) {

    static final ChangeMarks NONE = new ChangeMarks(Map.of());

    ChangeMarks {
        marks = Map.copyOf(marks);
    }

    Optional<StatusBadge> of(String identifier) {
        return Optional.ofNullable(marks.get(identifier)).flatMap(it -> switch (it) {
            case NEW -> Optional.of(badge(Tone.INFO, it));
            case CHANGED -> Optional.of(badge(Tone.WARNING, it));
            case RENUMBERED -> Optional.of(badge(Tone.NEUTRAL, it));
            case REMOVED -> Optional.empty();
        });
    }

    private static StatusBadge badge(Tone tone, Change.What what) {
        return new StatusBadge(tone, Symbol.BELL, UI.getCurrent().getTranslation("distribution.what." + what));
    }
}
