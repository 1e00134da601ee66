package de.ratssaal.floor.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import de.ratssaal.base.ui.PersonChip;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.floor.RequestState;
import de.ratssaal.floor.Speaker;
import de.ratssaal.floor.SpeechKind;
import de.ratssaal.floor.SpeechRequest;
import java.util.ArrayList;
import java.util.List;

/** Somebody on a speakers' list: name, group, and what is special about it. */
final class SpeakerLine {

    private SpeakerLine() {}

    static String name(Component view, Speaker speaker) {
        return speaker.name().isEmpty() && speaker.guest() != null
                ? view.getTranslation("floor.guest." + speaker.guest())
                : speaker.name();
    }

    static List<Component> of(Component view, SpeechRequest request) {
        var parts = new ArrayList<Component>();
        var speaker = request.speaker();
        parts.add(new PersonChip(name(view, speaker), speaker.groupShortName(), speaker.groupColor()));
        if (speaker.guest() != null && !speaker.name().isEmpty()) {
            parts.add(new StatusBadge(
                    Tone.NEUTRAL, Symbol.PERSON, view.getTranslation("floor.guest." + speaker.guest())));
        }
        if (request.kind() != SpeechKind.SPEECH) {
            parts.add(new StatusBadge(
                    request.kind() == SpeechKind.POINT_OF_ORDER ? Tone.WARNING : Tone.INFO,
                    request.kind() == SpeechKind.POINT_OF_ORDER ? Symbol.RULES : Symbol.SPEECH,
                    view.getTranslation("floor.kind." + request.kind())));
        }
        if (request.state() == RequestState.SET_ASIDE) {
            parts.add(new StatusBadge(Tone.INFO, Symbol.WAITING, view.getTranslation("floor.set-aside")));
        }
        if (request.placedByChair() && request.state() == RequestState.WAITING) {
            parts.add(new StatusBadge(Tone.NEUTRAL, Symbol.COUNCIL, view.getTranslation("floor.placed-by-chair")));
        }
        if (request.isTimeUsedUp()) {
            parts.add(new StatusBadge(Tone.WARNING, Symbol.CLOCK, view.getTranslation("floor.time-used-up")));
        }
        return parts;
    }

    /** Who has the floor, with the clock. */
    static Div speaking(Component view, SpeechRequest speaking, SpeechClock clock) {
        var line = new Div();
        line.add(of(view, speaking));
        line.addClassName("rs-floor-speaker");
        line.add(clock);
        return line;
    }
}
