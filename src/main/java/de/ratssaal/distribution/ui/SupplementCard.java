package de.ratssaal.distribution.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.Notice;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.distribution.ChangeText;
import de.ratssaal.distribution.Supplement;
import de.ratssaal.distribution.Supplements;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.meeting.ui.InvitationPart;
import de.ratssaal.meeting.ui.MeetingCard;
import java.util.ArrayList;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** For who convenes a meeting: what changed after the invitation and is still to be told. */
@Component
class SupplementCard implements MeetingCard, InvitationPart {

    private final Supplements supplements;
    private final Meetings meetings;
    private final ChangeText texts;

    SupplementCard(Supplements supplements, Meetings meetings, ChangeText texts) {
        this.supplements = supplements;
        this.meetings = meetings;
        this.texts = texts;
    }

    @Override
    public int order() {
        return 2;
    }

    @Override
    public Optional<Card> card(MeetingSummary meeting) {
        return part(meeting, () -> {});
    }

    @Override
    public Optional<Card> part(MeetingSummary meeting, Runnable changed) {
        var isOpen = meeting.state() == MeetingState.CONVENED || meeting.state().isRunning();
        return isOpen && meetings.mayConduct(meeting.id())
                ? Optional.of(supplements.pending(meeting.id()))
                        .filter(it -> !it.isEmpty())
                        .map(it -> card(meeting, it, changed))
                : Optional.empty();
    }

    private Card card(MeetingSummary meeting, Supplement supplement, Runnable changed) {
        var ui = UI.getCurrent();
        var card = new Card(
                ui.getTranslation("distribution.supplement.title"),
                new Paragraph(ui.getTranslation("distribution.supplement.text")),
                ChangeList.of(supplement.changes(), texts, ui.getLocale(), meeting.zone()));
        warnings(supplement, card);
        var note = new TextArea(ui.getTranslation("distribution.supplement.note"));
        note.setMaxLength(2_000);
        note.setWidthFull();
        var send = new Button(ui.getTranslation("distribution.supplement.send"), Symbol.SEND.create(), click -> {
            supplements.send(meeting.id(), note.getValue());
            Notice.success(ui.getTranslation("distribution.supplement.sent"));
            card.setVisible(false);
            changed.run();
        });
        send.addThemeNames("primary");
        send.setDisableOnClick(true);
        var actions = new Div(send);
        actions.addClassName("rs-actions");
        card.add(note, actions);
        return card.emphasized();
    }

    private static void warnings(Supplement supplement, Card card) {
        var ui = UI.getCurrent();
        var sentences = new ArrayList<String>();
        if (!supplement.isInTime()) {
            sentences.add(ui.getTranslation("distribution.supplement.late", supplement.fullDays()));
            if (supplement.addsItems()) {
                sentences.add(ui.getTranslation(
                        "distribution.supplement.late-items",
                        supplement.source().toString()));
            }
        }
        if (!supplement.isAnnouncedInTime()) {
            sentences.add(ui.getTranslation(
                    "distribution.supplement.late-announcement",
                    supplement.announcement().toString()));
        }
        if (!sentences.isEmpty()) {
            var list = new UnorderedList();
            list.addClassName("rs-problems");
            sentences.forEach(it -> list.add(new ListItem(Symbol.WARNING.create(), new Span(it))));
            card.add(list);
        }
    }
}
