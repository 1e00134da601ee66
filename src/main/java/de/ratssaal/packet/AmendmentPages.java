package de.ratssaal.packet;

import de.ratssaal.amendment.AmendmentOverview;
import de.ratssaal.amendment.AmendmentOverview.Entry;
import de.ratssaal.amendment.AmendmentOverview.Passage;
import de.ratssaal.amendment.AmendmentOverview.Row;
import de.ratssaal.amendment.AmendmentOverview.Synopsis;
import de.ratssaal.packet.PacketContents.Block;
import de.ratssaal.packet.PacketContents.Style;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Sets the amendments to a paper: what became of each, then original, amendments and result of each point. */
final class AmendmentPages {

    private final BiFunction<String, Object[], String> words;
    private final ZoneId zone;
    private final List<Block> blocks = new ArrayList<>();

    /** @param words finds a text by its key */
    AmendmentPages(BiFunction<String, Object[], String> words, ZoneId zone) {
        this.words = words;
        this.zone = zone;
    }

    List<Block> blocks(String number, String title, AmendmentOverview overview) {
        add(Style.SUBTITLE, text("packet.amendments.title", number));
        add(Style.TITLE, title);
        overview.entries().forEach(this::entry);
        overview.synopses().stream().filter(it -> !it.rows().isEmpty()).forEach(this::synopsis);
        return List.copyOf(blocks);
    }

    private void entry(Entry entry) {
        add(Style.HEADING, text("packet.amendments.entry", entry.number(), entry.title()));
        add(Style.SMALL, entry.mover());
        var outcome = text("publication.amendment.state." + entry.state());
        var at = entry.decidedAt();
        if (at != null) {
            outcome = text("packet.amendments.decided", outcome, at.atZone(zone).toLocalDate());
        }
        var count = entry.count();
        add(
                Style.TEXT,
                count == null
                        ? outcome
                        : text("packet.amendments.count", outcome, count.yes(), count.no(), count.abstentions()));
        entry.reasons().lines().filter(it -> !it.isBlank()).forEach(it -> add(Style.TEXT, it));
    }

    private void synopsis(Synopsis synopsis) {
        add(Style.TITLE, text("packet.amendments.synopsis", synopsis.version()));
        for (var row : synopsis.rows()) {
            add(Style.HEADING, heading(row));
            if (!row.original().isBlank()) {
                add(Style.SMALL, text("publication.synopsis.original"));
                paragraphs(row.original());
            }
            for (var change : row.changes()) {
                add(Style.SMALL, text("publication.synopsis.amendment", change.number()));
                change.passages().forEach(this::passage);
            }
            if (synopsis.withResult()) {
                add(Style.SMALL, text("publication.synopsis.result"));
                if (row.result().isEmpty()) {
                    add(Style.TEXT, text("publication.synopsis.falls-away"));
                }
                row.result().forEach(this::passage);
            }
        }
    }

    private String heading(Row row) {
        if (row.isIntro()) {
            return text("publication.synopsis.intro");
        }
        return row.label().isEmpty()
                ? text("publication.synopsis.first")
                : text("publication.synopsis.point", row.label());
    }

    private void passage(Passage passage) {
        switch (passage.kind()) {
            case CHANGED -> paragraphs(passage.text().after());
            case NEW, MOVED -> {
                add(Style.TEXT, text("publication.synopsis.kind." + passage.kind(), passage.label()));
                paragraphs(passage.text().after());
            }
            case DELETED -> add(Style.TEXT, text("publication.synopsis.kind.DELETED", passage.label()));
        }
        var duties = passage.duties();
        if (duties != null) {
            PointDuties.of(duties, words).forEach(it -> blocks.add(new Block(Style.TEXT, "", it, 1)));
        }
    }

    private void paragraphs(String text) {
        text.lines().filter(it -> !it.isBlank()).forEach(it -> blocks.add(new Block(Style.TEXT, "", it, 1)));
    }

    private void add(Style style, String text) {
        blocks.add(Block.of(style, text));
    }

    private String text(String key, Object... arguments) {
        return words.apply(key, arguments);
    }
}
