package de.ratssaal.search.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.circular.CircularId;
import de.ratssaal.circular.CircularLinks;
import de.ratssaal.document.FileId;
import de.ratssaal.document.FileLinks;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingLinks;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.minutes.MinutesLinks;
import de.ratssaal.organization.Councils;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperLinks;
import de.ratssaal.paper.PaperState;
import de.ratssaal.search.SearchHit;
import de.ratssaal.search.SearchKind;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Hits as they are listed. */
final class HitRows {

    private final Component view;
    private final Councils councils;

    HitRows(Component view, Councils councils) {
        this.view = view;
        this.councils = councils;
    }

    Component of(List<SearchHit> hits) {
        var list = new OrderedList();
        list.addClassName("rs-hits");
        hits.forEach(it -> list.add(row(it)));
        return list;
    }

    private ListItem row(SearchHit hit) {
        var link = new Anchor(address(hit));
        if (hit.kind() == SearchKind.DOCUMENT) {
            link.setTarget(AnchorTarget.BLANK);
            link.setRouterIgnore(true);
        }
        link.add(MarkedText.of(hit.title()));
        var facts = new Paragraph(new Span(String.join(" · ", facts(hit))));
        facts.addClassName("rs-hit-facts");
        if (!hit.isPublic()) {
            facts.add(new StatusBadge(Tone.RESTRICTED, text("search.non-public")));
        }
        var row = new ListItem(facts, new H2(link));
        row.addClassName("rs-hit");
        if (!hit.excerpt().isEmpty()) {
            var excerpt = new Paragraph(MarkedText.of(hit.excerpt()));
            excerpt.addClassName("rs-hit-excerpt");
            row.add(excerpt);
        }
        return row;
    }

    private List<String> facts(SearchHit hit) {
        var facts = new ArrayList<String>();
        facts.add(text("search.kind." + hit.kind()));
        if (!hit.number().isEmpty()) {
            facts.add(hit.number());
        }
        if (hit.page() != null) {
            facts.add(
                    hit.morePages() > 0
                            ? text("search.page-and-more", hit.page(), hit.morePages())
                            : text("search.page", hit.page()));
        }
        hit.organizations().stream()
                .limit(2)
                .forEach(it -> facts.add(councils.organization(it).name()));
        facts.add(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(view.getUI().map(it -> it.getLocale()).orElse(java.util.Locale.GERMAN))
                .format(hit.happensAt().atZone(zone())));
        if (!hit.state().isEmpty()) {
            facts.add(state(hit.state()));
        }
        return facts;
    }

    private ZoneId zone() {
        return councils.bodies().stream().findFirst().map(it -> it.zone()).orElse(ZoneId.of("Europe/Berlin"));
    }

    /** States of papers and meetings, and outcomes, by their name. */
    String state(String state) {
        if (Arrays.stream(PaperState.values()).anyMatch(it -> it.name().equals(state))) {
            return text("paper.state." + state);
        }
        return Arrays.stream(MeetingState.values()).anyMatch(it -> it.name().equals(state))
                ? text("meeting.state." + state)
                : text("voting.outcome." + state);
    }

    private static String address(SearchHit hit) {
        return switch (hit.kind()) {
            case PAPER -> PaperLinks.paper(new PaperId(hit.leadsTo()));
            case DOCUMENT ->
                FileLinks.file(new FileId(hit.leadsTo())) + (hit.page() == null ? "" : "#page=" + hit.page());
            case MEETING, AGENDA_ITEM, RESOLUTION -> MeetingLinks.meeting(new MeetingId(hit.leadsTo()));
            case CIRCULAR -> CircularLinks.circular(new CircularId(hit.leadsTo()));
            case MINUTES -> MinutesLinks.minutes(new MeetingId(hit.leadsTo()));
        };
    }

    private String text(String key, Object... arguments) {
        return view.getTranslation(key, arguments);
    }
}
