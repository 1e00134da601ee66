package de.ratssaal.paper.ui;

import de.ratssaal.base.Refusal;
import de.ratssaal.paper.Manuscript;
import de.ratssaal.paper.PaperWriting;
import de.ratssaal.paper.Rival;
import de.ratssaal.paper.RivalChoice;
import de.ratssaal.paper.Sheet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where one window writes in a paper: what it shows, what of it is stored, and what the others wrote meanwhile.
 *
 * <p>A browser is always a little ahead of the server: while somebody types, nothing is put into their field. What the field
 * last said is what their next words began from, so that the words of others find their place beside them.
 */
final class Bench {

    /** What is shown of one place. */
    interface Shown {

        /** Where what is written here goes: its own place, or that of a wording which waits for a decision. */
        String place();

        /** Shows what stands there now, as soon as that disturbs nobody. */
        void offer(String text);

        /** Whether it shows at once what it is offered. */
        boolean isQuick();

        /** What was written here is stored. */
        void stored(String text);

        /** Wordings that wait for a decision here. */
        void rivals(List<Rival> rivals);
    }

    /** The page around the places. */
    interface Page {

        /** Everything is as it says here; rows may have come, gone or moved. */
        void show(Sheet sheet, Manuscript shown);

        /** Nothing could be stored, for this reason. */
        void refused(Refusal refusal);
    }

    private final PaperWriting writing;
    private final Page page;
    private final Map<String, Shown> places = new LinkedHashMap<>();
    private final List<Runnable> afterwards = new ArrayList<>();
    private Sheet sheet;
    private Manuscript base;
    private Manuscript mine;

    Bench(PaperWriting writing, Sheet sheet, Page page) {
        this.writing = writing;
        this.page = page;
        this.sheet = sheet;
        this.base = sheet.manuscript();
        this.mine = base;
    }

    Sheet sheet() {
        return sheet;
    }

    /** What this window shows. */
    Manuscript mine() {
        return mine;
    }

    void put(String place, Shown shown) {
        places.put(place, shown);
        shown.rivals(sheet.manuscript().rivalsAt(place));
    }

    void remove(String place) {
        places.remove(place);
    }

    @Nullable
    Shown at(String place) {
        return places.get(place);
    }

    /** Somebody wrote here. */
    void write(String place, String text) {
        change(it -> it.with(place, text));
    }

    /** Somebody changed something in this window. */
    void change(UnaryOperator<Manuscript> step) {
        mine = step.apply(mine);
        store(() -> writing.write(sheet.id(), base, mine));
    }

    /** What a browser kept when it was closed in the middle of a word. */
    void recover(String place, String known, String text) {
        var from = base.with(place, known);
        mine = mine.with(place, text);
        store(() -> writing.recover(sheet.id(), from, mine, place));
    }

    private void store(Supplier<Sheet> act) {
        try {
            var now = act.get();
            base = mine;
            take(now);
        } catch (Refusal refusal) {
            page.refused(refusal);
        }
    }

    void decide(Rival rival, RivalChoice choice) {
        take(writing.decide(sheet.id(), rival, choice));
    }

    /** Somebody else changed the paper. */
    void refresh() {
        take(writing.look(sheet.id()));
    }

    private void take(Sheet now) {
        var before = sheet.manuscript();
        sheet = now;
        var stored = now.manuscript();
        for (var rival : stored.rivals()) {
            var shown = places.get(rival.place());
            if (!before.rivals().contains(rival)
                    && shown instanceof BoundText text
                    && stored.text(rival.textPlace()).equals(mine.text(text.place()))) {
                mine = mine.with(rival.textPlace(), mine.text(text.place()));
                text.divert(rival);
            }
        }
        places.values().forEach(it -> {
            if (it instanceof BoundText text && text.isDivertedFrom(stored)) {
                mine = mine.with(text.ownPlace(), mine.text(text.place()));
                text.comeBack();
            }
        });
        var texts = new HashMap<>(stored.texts());
        places.values().forEach(shown -> {
            var here = mine.text(shown.place());
            var there = stored.text(shown.place());
            if (!here.equals(there)) {
                if (shown.isQuick()) {
                    shown.offer(there);
                } else {
                    texts.put(shown.place(), here);
                    afterwards.add(() -> shown.offer(there));
                }
            } else {
                shown.stored(there);
            }
        });
        mine = new Manuscript(stored.rows(), texts, stored.rivals());
        base = mine;
        page.show(now, mine);
        places.forEach((place, shown) -> shown.rivals(stored.rivalsAt(place)));
        afterwards.forEach(Runnable::run);
        afterwards.clear();
    }

    /** The browser shows what was offered to it: from now on, that is what somebody writes on from. */
    void taken(String place, String text) {
        base = base.with(place, text);
        mine = mine.with(place, text);
    }
}
