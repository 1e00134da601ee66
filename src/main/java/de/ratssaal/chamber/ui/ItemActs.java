package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import de.ratssaal.base.ui.Notice;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.ItemState;
import de.ratssaal.meeting.MeetingConduct;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.publication.ReleasedResolutions;
import org.springframework.stereotype.Service;

/** What chair and secretariat decide about the publicity of an item once the agenda stands (R11). */
@Service
class ItemActs {

    private static final String EXCLUDE = "chamber.exclude";
    private static final String RELEASE = "chamber.release";

    private final Meetings meetings;
    private final MeetingConduct conduct;
    private final ReleasedResolutions releases;

    ItemActs(Meetings meetings, MeetingConduct conduct, ReleasedResolutions releases) {
        this.meetings = meetings;
        this.conduct = conduct;
        this.releases = releases;
    }

    /**
     * @param changed called after something was done
     */
    Component of(MeetingSummary meeting, AgendaItemSummary item, Runnable changed) {
        var acts = new Div();
        acts.addClassName("rs-actions");
        if (meeting.state().isRunning()
                && item.isPublic()
                && item.state() != ItemState.DONE
                && meetings.mayConduct(meeting.id())) {
            acts.add(button(acts, EXCLUDE, Symbol.LOCK, () -> exclude(acts, meeting, item, changed)));
        }
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

    private void exclude(Component from, MeetingSummary meeting, AgendaItemSummary item, Runnable changed) {
        ReasonDialog.ask(EXCLUDE, item.title(), reason -> {
            // as it was when the button was shown: whoever decides has seen that
            conduct.excludePublic(meeting.id(), item.id(), reason, meeting.revision());
            Notice.success(from.getTranslation("chamber.exclude-done"));
            changed.run();
        });
    }

    private static Button button(Component from, String key, Symbol symbol, Runnable act) {
        var button = new Button(from.getTranslation(key), symbol.create(), click -> act.run());
        button.addThemeNames("tertiary", "small");
        return button;
    }
}
