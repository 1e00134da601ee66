package de.ratssaal.conflict.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import de.ratssaal.base.ui.Card;
import de.ratssaal.base.ui.EmptyState;
import de.ratssaal.base.ui.MainLayout;
import de.ratssaal.base.ui.PageHeader;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.conflict.Interest;
import de.ratssaal.conflict.InterestId;
import de.ratssaal.conflict.InterestKind;
import de.ratssaal.conflict.OwnInterests;
import de.ratssaal.conflict.PossibleConflict;
import de.ratssaal.conflict.PossibleConflicts;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.meeting.MeetingLinks;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What whoever is signed in wrote down for themselves, and where the papers of their next meetings name it. */
@Route(value = "conflicts", layout = MainLayout.class)
@PermitAll
@Menu(title = "conflict.own.title", order = 61, icon = "recused")
class OwnInterestsView extends Composite<Div> implements HasDynamicTitle {

    private final OwnInterests interests;
    private final PossibleConflicts conflicts;
    private final Meetings meetings;
    private final @Nullable PersonId me;
    private final Div list = new Div();
    private final Div hints = new Div();
    private InterestId next = InterestId.next();

    OwnInterestsView(OwnInterests interests, PossibleConflicts conflicts, Meetings meetings, Access access) {
        this.interests = interests;
        this.conflicts = conflicts;
        this.meetings = meetings;
        this.me = access.signedIn().map(SignedIn::person).orElse(null);
        getContent().addClassName("rs-page");
        getContent().add(new PageHeader(getPageTitle(), getTranslation("conflict.own.subtitle")));
        if (me == null) {
            getContent()
                    .add(new EmptyState(
                            Symbol.RECUSED,
                            getTranslation("conflict.own.no-person"),
                            getTranslation("conflict.own.no-person-text")));
            return;
        }
        getContent().add(form(), list, hints);
        show(me);
    }

    private Component form() {
        var kind = new Select<InterestKind>();
        kind.setLabel(getTranslation("conflict.own.kind"));
        kind.setItems(InterestKind.values());
        kind.setItemLabelGenerator(it -> getTranslation("conflict.kind." + it));
        kind.setValue(InterestKind.PERSON);
        var words = new TextField(getTranslation("conflict.own.words"));
        words.setMaxLength(OwnInterests.LONGEST);
        words.setHelperText(getTranslation("conflict.own.words-help"));
        words.setWidthFull();
        var add = new Button(getTranslation("conflict.own.add"), Symbol.ADD.create(), click -> {
            interests.write(next, kind.getValue(), words.getValue());
            next = InterestId.next();
            words.clear();
            if (me != null) {
                show(me);
            }
        });
        add.addThemeNames("primary");
        var fields = new Div(kind, words, add);
        fields.addClassName("rs-form");
        return new Card(getTranslation("conflict.own.new"), fields);
    }

    private void show(PersonId person) {
        var mine = interests.mine();
        var card = new Card(getTranslation("conflict.own.list"));
        if (mine.isEmpty()) {
            card.add(new EmptyState(
                    Symbol.RECUSED, getTranslation("conflict.own.none"), getTranslation("conflict.own.none-text")));
        } else {
            var rows = new UnorderedList();
            rows.addClassName("rs-interests");
            mine.forEach(it -> rows.add(row(it, person)));
            card.add(rows);
        }
        list.removeAll();
        list.add(card);
        hints.removeAll();
        if (!mine.isEmpty()) {
            hints.add(hints(person));
        }
    }

    private ListItem row(Interest interest, PersonId person) {
        var words = new Span(interest.words());
        words.addClassName("rs-row-title");
        var kind = new Span(getTranslation("conflict.kind." + interest.kind()));
        kind.addClassName("rs-muted");
        var erase = new Button(Symbol.DELETE.create(), click -> {
            interests.erase(interest.id());
            show(person);
        });
        erase.addThemeNames("tertiary", "icon");
        erase.setAriaLabel(getTranslation("conflict.own.erase", interest.words()));
        var row = new ListItem(words, kind, erase);
        row.addClassName("rs-interest");
        return row;
    }

    private Card hints(PersonId person) {
        var card = new Card(getTranslation("conflict.own.hints"));
        for (var meeting : meetings.upcoming(person)) {
            var found = conflicts.in(meeting.id());
            if (!found.isEmpty()) {
                card.add(ofMeeting(meeting, found));
            }
        }
        if (card.getChildren().count() == 1) {
            card.add(new Paragraph(getTranslation("conflict.own.no-hints")));
        }
        return card;
    }

    private Div ofMeeting(MeetingSummary meeting, List<PossibleConflict> found) {
        var link = new Anchor(MeetingLinks.meeting(meeting.id()), meeting.title());
        var part = new Div(new H3(link));
        part.addClassName("rs-conflict");
        found.forEach(it -> part.add(
                new Paragraph(getTranslation("conflict.item", it.number(), it.title())), ConflictLine.of(this, it)));
        return part;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("conflict.own.title");
    }
}
