package de.ratssaal.paper.ui;

import com.vaadin.flow.component.Component;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.paper.PaperState;
import de.ratssaal.paper.PaperSummary;
import java.util.ArrayList;
import java.util.List;

/** What is to be known about a paper at a glance. */
final class Badges {

    private Badges() {}

    static List<Component> of(Component view, PaperSummary paper) {
        var badges = new ArrayList<Component>();
        badges.add(state(view, paper.state()));
        if (paper.revised()) {
            badges.add(new StatusBadge(Tone.WARNING, Symbol.EDIT, view.getTranslation("paper.revised")));
        }
        if (!paper.isPublic()) {
            badges.add(new StatusBadge(Tone.RESTRICTED, view.getTranslation("paper.non-public")));
        }
        return badges;
    }

    private static Component state(Component view, PaperState state) {
        var text = view.getTranslation("paper.state." + state);
        return switch (state) {
            case DRAFT -> new StatusBadge(Tone.NEUTRAL, text);
            case RELEASED -> new StatusBadge(Tone.SUCCESS, text);
            case WITHDRAWN -> new StatusBadge(Tone.DANGER, text);
        };
    }
}
