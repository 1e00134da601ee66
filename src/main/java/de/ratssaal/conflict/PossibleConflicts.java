package de.ratssaal.conflict;

import de.ratssaal.conflict.Sought.Place;
import de.ratssaal.identity.Access;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.packet.MeetingDocuments;
import de.ratssaal.packet.PacketDocuments;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperPage;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.search.German;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks for what a member wrote down in the papers and attachments of a meeting, as far as they may read them. Asked by the member
 * alone and for themselves; what is found is kept nowhere.
 */
@Service
@Transactional(readOnly = true)
public class PossibleConflicts {

    private static final int AROUND = 60;

    private final ConflictStore store;
    private final PacketDocuments documents;
    private final PaperShelf papers;
    private final German german;
    private final Access access;

    PossibleConflicts(ConflictStore store, PacketDocuments documents, PaperShelf papers, German german, Access access) {
        this.store = store;
        this.documents = documents;
        this.papers = papers;
        this.german = german;
        this.access = access;
    }

    /** A text of an item, or of one page of it. */
    private record Text(String document, int page, String text) {}

    private record Looked(Interest interest, Sought sought) {}

    /** Whether whoever is signed in wrote down anything that could be found. */
    public boolean isAnythingSought() {
        return !store.of(access.requirePerson()).isEmpty();
    }

    /** On every item of a meeting that whoever is signed in may read, in the order of the agenda. */
    public List<PossibleConflict> in(MeetingId meeting) {
        return find(meeting, it -> true);
    }

    /** The same on some items. */
    public List<PossibleConflict> on(MeetingId meeting, Set<AgendaItemId> items) {
        return find(meeting, items::contains);
    }

    private List<PossibleConflict> find(MeetingId meeting, Predicate<AgendaItemId> wanted) {
        var person = access.requirePerson();
        var sought = store.of(person).stream()
                .map(it -> new Looked(it, Sought.of(german, it.kind(), it.words())))
                .toList();
        if (sought.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<PossibleConflict>();
        for (var item : documents.of(meeting).items()) {
            if (wanted.test(item.id())) {
                var setAside = store.setAside(person, item.id());
                var left = sought.stream()
                        .filter(it -> !setAside.contains(it.interest().id()))
                        .toList();
                find(item, left, found);
            }
        }
        return found;
    }

    /** Of each the first place alone: it is a hint to read on. */
    private void find(MeetingDocuments.Item item, List<Looked> sought, List<PossibleConflict> found) {
        var left = new ArrayList<>(sought);
        look(item, left, List.of(new Text(item.title(), 0, item.title())), found);
        for (var document : item.documents()) {
            if (left.isEmpty()) {
                return;
            }
            look(item, left, document.isFile() ? pages(document) : wording(document), found);
        }
    }

    private void look(MeetingDocuments.Item item, List<Looked> left, List<Text> texts, List<PossibleConflict> found) {
        for (var text : texts) {
            var clean = German.clean(text.text());
            left.removeIf(it -> {
                var place = it.sought().in(german, clean);
                place.ifPresent(at -> found.add(new PossibleConflict(
                        item.id(),
                        item.number(),
                        item.title(),
                        it.interest(),
                        text.document(),
                        text.page(),
                        excerpt(clean, at))));
                return place.isPresent();
            });
        }
    }

    private List<Text> pages(MeetingDocuments.Document document) {
        if (!documents.mayRead(document.id())) {
            return List.of(); // withheld a moment ago
        }
        var pages = documents.pageTexts(document.id(), document.fingerprint()).orElse(List.of());
        var texts = new ArrayList<Text>();
        for (var number = 1; number <= pages.size(); number++) {
            texts.add(new Text(document.title(), number, pages.get(number - 1)));
        }
        return texts;
    }

    /** Amendments stand in a document of their own, which is no paper. */
    private List<Text> wording(MeetingDocuments.Document document) {
        return papers.find(new PaperId(document.id())).stream()
                .map(it -> new Text(document.title(), 0, text(it)))
                .toList();
    }

    private static String text(PaperPage paper) {
        return String.join("\n\n", paper.paper().title(), paper.proposal().wording(), paper.reasons());
    }

    private static String excerpt(String text, Place at) {
        var from = Math.max(0, at.start() - AROUND);
        var to = Math.min(text.length(), at.end() + AROUND);
        return (from > 0 ? "… " : "")
                + text.substring(from, to).replaceAll("\\s+", " ").strip()
                + (to < text.length() ? " …" : "");
    }
}
