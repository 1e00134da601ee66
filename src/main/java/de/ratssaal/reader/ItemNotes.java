package de.ratssaal.reader;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody notes on an item of the agenda. It is a note like those on pages, with the item in place of a document: so it is
 * private, and taken along sealed to devices without network.
 */
@Service
@Transactional
public class ItemNotes {

    /** Longest note, in characters. */
    public static final int LONGEST = 10_000;

    /** An item has no versions. */
    private static final String NO_VERSION = "0".repeat(64);

    private static final List<List<Double>> NO_PLACE = List.of(List.of(0.0, 0.0, 0.0, 0.0));

    private final Marking marking;
    private final MarkStore store;
    private final Access access;

    ItemNotes(Marking marking, MarkStore store, Access access) {
        this.marking = marking;
        this.store = store;
        this.access = access;
    }

    /**
     * A note as its writer sees it.
     *
     * @param text of several that were written at the same time, all
     * @param marks by which it is kept; none before anything was written
     * @param texts of which the text consists
     */
    public record Note(String text, Set<UUID> marks, List<UUID> texts) {

        static final Note NONE = new Note("", Set.of(), List.of());

        public Note {
            marks = Set.copyOf(marks);
            texts = List.copyOf(texts);
        }

        @Override
        public String toString() {
            return "note of " + marks;
        }
    }

    /** What whoever is signed in noted on an item. */
    @Transactional(readOnly = true)
    public Note of(AgendaItemId item) {
        var marks = store.onDocument(access.require().account(), item.value()).stream()
                .map(MarkStore.Row::mark)
                .filter(it -> !it.deleted() && it.kind() == MarkKind.NOTE)
                .toList();
        var texts = marks.stream().flatMap(it -> it.texts().stream()).toList();
        return new Note(
                texts.stream().map(MarkText::text).collect(Collectors.joining("\n\n")),
                marks.stream().map(Mark::id).collect(Collectors.toSet()),
                texts.stream().map(MarkText::id).toList());
    }

    /**
     * Writes a note in place of what its writer saw. What was written elsewhere meanwhile stays beside it.
     *
     * @return what its writer sees of it now; the rest is there once it is read again
     * @throws Refusal if it is too long, or there are too many
     */
    public Note write(MeetingId meeting, AgendaItemId item, String text, Note seen) {
        var operations = new ArrayList<Operation>();
        var written = UUID.randomUUID();
        var mark = seen.marks().stream().sorted().findFirst().orElse(null);
        if (!text.isBlank()) {
            if (mark == null) {
                mark = UUID.randomUUID();
                operations.add(put(mark, item));
            }
            operations.add(new Operation.Write(written, mark, text, seen.texts()));
        }
        for (var other : seen.marks()) {
            if (text.isBlank() || !other.equals(mark)) {
                operations.add(new Operation.Delete(UUID.randomUUID(), other, seen.texts()));
            }
        }
        for (var outcome : marking.save(meeting, operations)) {
            if (outcome instanceof Outcome.Refused(UUID operation, Refusal why)) {
                throw why;
            }
        }
        return mark == null || text.isBlank() ? Note.NONE : new Note(text, Set.of(mark), List.of(written));
    }

    private static Operation.Put put(UUID mark, AgendaItemId item) {
        return new Operation.Put(
                UUID.randomUUID(), mark, item.value(), NO_VERSION, 1, MarkKind.NOTE, null, NO_PLACE, "");
    }
}
