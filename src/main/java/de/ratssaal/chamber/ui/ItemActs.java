package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import de.ratssaal.base.ui.Notice;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.publication.ReleasedResolutions;
import org.springframework.stereotype.Service;

/** What is released of what was decided without the public (R11). */
@Service
class ItemActs {

    private static final String RELEASE = "chamber.release";

    private final ReleasedResolutions releases;

    ItemActs(ReleasedResolutions releases) {
        this.releases = releases;
    }

    /**
     * @param changed called after something was done
     */
    Component of(MeetingSummary meeting, AgendaItemSummary item, Runnable changed) {
        var acts = new Div();
        acts.addClassName("rs-actions");
        if (!item.isPublic()) {
            releases.releasable(meeting.id(), item.id()).forEach(resolution -> {
                var subject = resolution.question().isBlank() ? item.title() : resolution.question();
                acts.add(button(
                        acts,
                        RELEASE,
                        Symbol.PUBLIC,
                        () -> ReasonDialog.ask(RELEASE, subject, reason -> {
                            releases.release(meeting.id(), resolution.id(), reason);
                            Notice.success(acts.getTranslation("chamber.release-done"));
                            changed.run();
                        })));
            });
        }
        acts.setVisible(acts.getComponentCount() > 0);
        return acts;
    }

    private static Button button(Component from, String key, Symbol symbol, Runnable act) {
        var button = new Button(from.getTranslation(key), symbol.create(), click -> act.run());
        button.addThemeNames("tertiary", "small");
        return button;
    }
}
