package de.ratssaal.election.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AttachmentType;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import de.ratssaal.base.ui.StatusBadge;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.base.ui.Tone;
import de.ratssaal.election.Candidate;
import de.ratssaal.election.Elected;
import de.ratssaal.election.ElectionKind;
import de.ratssaal.election.ElectionState;
import de.ratssaal.election.ElectionSummary;
import de.ratssaal.election.LotDrawing;
import de.ratssaal.election.LotSummary;
import de.ratssaal.election.OpenWords;
import de.ratssaal.election.ResultSheets;
import de.ratssaal.election.RoundState;
import de.ratssaal.election.RoundSummary;
import de.ratssaal.election.Sentence;
import java.io.ByteArrayInputStream;
import java.util.List;

/** What desk and room show of an election alike. */
final class ElectionParts {

    private ElectionParts() {}

    static String text(String key, Object... values) {
        return UI.getCurrent().getTranslation(key, values);
    }

    static Component head(ElectionSummary election) {
        var row = new Div(new H3(election.office()), badge(election));
        row.addClassName("rs-election-head");
        var what = new Paragraph(text("election.kind-text." + election.kind(), election.seats()));
        var head = new Div(row, what);
        if (election.reason() != null) {
            head.add(new Paragraph(text(
                    election.state() == ElectionState.DECIDED ? "election.rest-open" : "election.reason",
                    election.reason())));
        }
        return head;
    }

    private static StatusBadge badge(ElectionSummary election) {
        var round = election.currentRound();
        if (election.state() == ElectionState.RUNNING && round.isPresent()) {
            var running = round.get().isRunning();
            return new StatusBadge(
                    running ? Tone.LIVE : Tone.INFO,
                    text("election.round-state." + round.get().state()));
        }
        var tone = switch (election.state()) {
            case NOMINATING, RUNNING -> Tone.INFO;
            case LOT -> Tone.LIVE;
            case DECIDED -> Tone.SUCCESS;
            case FAILED, CANCELLED, REPEATED -> Tone.NEUTRAL;
        };
        return new StatusBadge(tone, text("election.state." + election.state()));
    }

    /** Who stands in the round that comes or runs, or will stand, with who named them. */
    static Component candidates(ElectionSummary election) {
        var round = election.currentRound();
        var list = new UnorderedList();
        list.addClassName("rs-election-candidates");
        election.candidates().stream()
                .filter(it -> round.isEmpty() || round.get().candidates().contains(it.id()))
                .forEach(it -> list.add(new ListItem(candidate(election, it))));
        return list;
    }

    static Div candidate(ElectionSummary election, Candidate candidate) {
        var name = new Span(candidate.name());
        name.addClassName("rs-election-name");
        var more = new Span(
                switch (election.kind()) {
                    case GROUPS -> text("election.candidate.strength", candidate.strength());
                    case LISTS ->
                        text("election.candidate.list", String.join(", ", candidate.members()), candidate.proposedBy());
                    case PERSONS -> text("election.candidate.by", candidate.proposedBy());
                });
        more.addClassName("rs-election-more");
        var words = new Div(name, more);
        words.addClassName("rs-election-words");
        return words;
    }

    /** What came of the rounds so far, each with its sums and its sentences. */
    static Div rounds(ElectionSummary election) {
        var all = new Div();
        all.addClassName("rs-election-rounds");
        election.rounds().stream()
                .filter(it -> it.state() == RoundState.SETTLED || it.state() == RoundState.CANCELLED)
                .forEach(it -> all.add(round(election, it)));
        if (!election.allocation().isEmpty()) {
            all.add(ResultBars.plain(sentences(election.allocation())));
        }
        return all;
    }

    private static Component round(ElectionSummary election, RoundSummary round) {
        var shown = new Div(new H4(text("election.round." + round.kind(), round.number())));
        var sheet = round.sheet();
        var way = sentences(OpenWords.of(election, round));
        if (!way.isEmpty()) {
            shown.add(new Paragraph(String.join(" ", way)));
        }
        if (sheet != null) {
            shown.add(
                    new Paragraph(String.join(" ", sentences(List.of(OpenWords.sums(round, sheet))))),
                    new ResultBars(election, sheet, round.way()),
                    ResultBars.plain(sentences(round.explained())));
        } else {
            shown.add(new Paragraph(text("election.round.cancelled", String.valueOf(round.cancelledFor()))));
        }
        return shown;
    }

    static List<String> sentences(List<Sentence> told) {
        return told.stream().map(it -> text(it.key(), it.values().toArray())).toList();
    }

    /** Who is elected, with what they answered. */
    static Component elected(ElectionSummary election) {
        var list = new UnorderedList();
        list.addClassName("rs-election-elected");
        election.elected().forEach(it -> list.add(new ListItem(elected(election, it))));
        var told = new Div(list);
        told.getElement().setAttribute("role", "status");
        return told;
    }

    static Div elected(ElectionSummary election, Elected elected) {
        var name = new Span(election.nameOf(elected.candidate()));
        name.addClassName("rs-election-name");
        var words = new Div(name);
        words.addClassName("rs-election-words");
        if (election.kind() != ElectionKind.PERSONS) {
            words.add(new Span(text("election.elected.seats", elected.seats())));
        }
        var names = election.takenBy(elected);
        if (!names.isEmpty()) {
            words.add(new Span(String.join(", ", names)));
        }
        if (election.emptySeats(elected) > 0) {
            words.add(new StatusBadge(
                    Tone.WARNING, text("election.elected.empty", election.emptySeats(elected), names.size())));
        }
        if (elected.byLot()) {
            words.add(new Span(text("election.elected.by-lot")));
        }
        if (elected.accepts() != null) {
            words.add(new StatusBadge(
                    elected.accepts() ? Tone.SUCCESS : Tone.NEUTRAL,
                    text(elected.accepts() ? "election.elected.accepts" : "election.elected.declines")));
        }
        return words;
    }

    /** The record of a lot, from which anybody can draw it again. */
    static Component lot(ElectionSummary election, LotSummary lot, Names names) {
        var shown = new Div();
        shown.addClassName("rs-election-lot");
        if (lot.isDrawn()) {
            shown.add(new Paragraph(text(
                    lot.witness() == null ? "election.lot.drew" : "election.lot.drew-by-hand",
                    String.join(", ", lot.drawn().stream().map(election::nameOf).toList()),
                    String.valueOf(lot.witness()))));
        }
        if (!lot.withheld().isEmpty()) {
            shown.add(new Paragraph(text("election.lot.withheld-by", names.of(lot.withheld()))));
        }
        if (lot.state() == LotSummary.State.DRAWN) {
            shown.add(new StatusBadge(
                    LotDrawing.isTrue(election, lot) ? Tone.SUCCESS : Tone.DANGER,
                    text(LotDrawing.isTrue(election, lot) ? "election.lot.true" : "election.lot.false")));
            var record = new UnorderedList();
            record.addClassName("rs-election-record");
            record.add(new ListItem(text("election.lot.record-name", lot.name())));
            record.add(new ListItem(text(
                    "election.lot.record-among",
                    String.join(
                            ", ",
                            lot.among().stream().map(election::nameOf).sorted().toList()))));
            lot.valid()
                    .forEach(it -> record.add(new ListItem(text(
                            "election.lot.record-contribution",
                            names.of(it.person()),
                            it.person().toString(),
                            it.commitment(),
                            String.valueOf(it.secret())))));
            var own = lot.own();
            if (own != null) {
                record.add(
                        new ListItem(text("election.lot.record-own", own.commitment(), String.valueOf(own.secret()))));
            }
            shown.add(new Details(
                    text("election.lot.how"), new Div(new Paragraph(text("election.lot.how-text")), record)));
        }
        return shown;
    }

    /** The result sheet as a file. */
    static Component sheet(ElectionSummary election, ResultSheets sheets) {
        var link = new Anchor();
        var language = UI.getCurrent().getLocale();
        link.setHref(
                DownloadHandler.fromInputStream(request -> {
                    var bytes = sheets.of(election.id(), language);
                    return new DownloadResponse(
                            new ByteArrayInputStream(bytes),
                            ResultSheets.fileName(election),
                            "application/pdf",
                            bytes.length);
                }),
                AttachmentType.DOWNLOAD);
        link.addClassName("rs-button");
        link.add(Symbol.DOWNLOAD.create(), new Span(text("election.sheet.download")));
        return link;
    }
}
