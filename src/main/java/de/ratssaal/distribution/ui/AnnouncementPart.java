package de.ratssaal.distribution.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.DefinitionList;
import de.ratssaal.base.ui.Notice;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.distribution.AnnouncementDraft;
import de.ratssaal.distribution.Announcements;
import de.ratssaal.distribution.DistributionLinks;
import de.ratssaal.distribution.OfficialLetter;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.ui.InvitationPart;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** On the page of an invitation: what is announced to the public, by when it has to be, and the way to correct it. */
@Component
class AnnouncementPart implements InvitationPart {

    private final Announcements announcements;

    AnnouncementPart(Announcements announcements) {
        this.announcements = announcements;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Optional<Card> part(MeetingSummary meeting, Runnable changed) {
        return announcements.draft(meeting.id()).map(it -> card(meeting, it, changed));
    }

    private Card card(MeetingSummary meeting, AnnouncementDraft draft, Runnable changed) {
        var card = new Card(text("distribution.announcement.card"));
        var source = draft.source();
        card.add(new Paragraph(text(
                draft.published().isEmpty()
                        ? "distribution.announcement.planned"
                        : "distribution.announcement.published",
                draft.latestDay(),
                source == null ? "" : source.toString())));
        card.aside(
                draft.isInTime()
                        ? new StatusBadge(Tone.SUCCESS, text("distribution.announcement.in-time"))
                        : new StatusBadge(Tone.DANGER, text("distribution.announcement.too-late")));
        if (!draft.published().isEmpty()) {
            card.add(published(meeting, draft));
        }
        if (draft.differs()) {
            if (!draft.published().isEmpty()) {
                card.add(new Paragraph(text("distribution.announcement.differs")));
            }
            var preview = new Details(text("distribution.announcement.preview"), words(draft.letter()));
            preview.setOpened(!draft.published().isEmpty());
            card.add(preview);
            var actions =
                    new Div(file(DistributionLinks.preview(meeting.id()), text("distribution.announcement.draft")));
            actions.addClassName("rs-actions");
            if (meeting.state() == MeetingState.CONVENED) {
                var publish = new Button(text("distribution.announcement.publish"), Symbol.PUBLIC.create(), click -> {
                    announcements.publish(meeting.id());
                    Notice.success(text("distribution.announcement.done"));
                    changed.run();
                });
                publish.addThemeNames("primary");
                actions.addComponentAsFirst(publish);
            }
            card.add(actions);
        }
        return card;
    }

    private static Div published(MeetingSummary meeting, AnnouncementDraft draft) {
        var list = new UnorderedList();
        list.addClassName("rs-rows");
        for (var announced : draft.published()) {
            var title = new Span(text(
                    "distribution.announcement.number",
                    announced.number(),
                    announced.publishedAt().atZone(meeting.zone())));
            title.addClassName("rs-row-words");
            var row = new Div(title, file(DistributionLinks.announced(meeting.id(), announced.number()), "PDF"));
            row.addClassName("rs-row");
            list.add(new ListItem(row));
        }
        var portal =
                new Anchor(DistributionLinks.announcement(meeting.id()), text("distribution.announcement.in-portal"));
        portal.setTarget(AnchorTarget.BLANK);
        portal.getElement().setAttribute("router-ignore", true);
        return new Div(list, portal);
    }

    private static Div words(OfficialLetter letter) {
        var title = new Paragraph(letter.title());
        title.addClassName("rs-row-title");
        var words = new Div(title);
        letter.opening().forEach(it -> words.add(new Paragraph(it)));
        var facts = new DefinitionList();
        letter.facts().forEach(it -> facts.add(it.name(), it.value()));
        words.add(facts);
        letter.remarks().forEach(it -> words.add(new Paragraph(it)));
        for (var part : letter.parts()) {
            var lines = new OrderedList();
            lines.addClassName("rs-agenda");
            part.lines().forEach(it -> lines.add(new ListItem(it.label() + " " + it.text())));
            words.add(new Paragraph(part.title()), lines);
        }
        letter.closing().forEach(it -> words.add(new Paragraph(it)));
        return words;
    }

    private static Anchor file(String address, String name) {
        var link = new Anchor(address, Symbol.DOCUMENT.create(), new Span(name));
        link.setTarget(AnchorTarget.BLANK);
        link.addClassNames("rs-button", "rs-button-secondary");
        link.getElement().setAttribute("router-ignore", true);
        return link;
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
