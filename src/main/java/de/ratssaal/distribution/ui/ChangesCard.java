package de.ratssaal.distribution.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.distribution.ChangeText;
import de.ratssaal.distribution.Looks;
import de.ratssaal.distribution.Since;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.ui.MeetingCard;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On a meeting's page: what changed since the member last looked. */
@Component
class ChangesCard implements MeetingCard {

    private final Looks looks;
    private final ChangeText texts;

    ChangesCard(Looks looks, ChangeText texts) {
        this.looks = looks;
        this.texts = texts;
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public Optional<Card> card(MeetingSummary meeting) {
        return looks.sinceLastLook(meeting.id())
                .filter(it -> !it.changes().isEmpty())
                .map(it -> card(meeting, it));
    }

    private Card card(MeetingSummary meeting, Since since) {
        var ui = UI.getCurrent();
        var when = new Paragraph(
                ui.getTranslation("distribution.changes.since", since.seenAt().atZone(meeting.zone())));
        when.addClassName("rs-muted");
        var card = new Card(
                ui.getTranslation("distribution.changes.title", since.changes().size()),
                when,
                ChangeList.of(since.changes(), texts, ui.getLocale(), meeting.zone()));
        var seen = new Button(ui.getTranslation("distribution.changes.seen"), Symbol.CHECK.create(), click -> {
            looks.seen(meeting.id());
            card.setVisible(false);
        });
        seen.addThemeNames("primary");
        var actions = new Div(seen);
        actions.addClassName("rs-actions");
        card.add(actions);
        card.setId("changes");
        return card.emphasized();
    }
}
