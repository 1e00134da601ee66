package de.ratssaal.distribution;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What a meeting holds at a moment: time and place, the agenda, papers and files on it. */
record Contents(List<Entry> entries) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    Contents {
        entries = List.copyOf(entries);
    }

    /**
     * One thing of a meeting.
     *
     * @param key identifies it among those of its subject
     * @param label number of the item it belongs to
     * @param text as the reader knows it
     * @param mark differs whenever it is another version
     */
    record Entry(Subject subject, String key, String label, String text, String mark, boolean isPublic) {}

    static Contents read(String written) {
        return JSON.readValue(written, Contents.class);
    }

    String write() {
        return JSON.writeValueAsString(this);
    }

    /** What remains for who may read no more than what is public among those who see the meeting. */
    Contents publicPart() {
        return new Contents(entries.stream().filter(Entry::isPublic).toList());
    }

    Contents readableBy(boolean attendsNonPublic) {
        return attendsNonPublic ? this : publicPart();
    }

    /**
     * What is different from an earlier state, in the order of the meeting; what is gone comes last.
     *
     * @param earlier as the reader knew it, without what they may not know now
     * @param whole everything there is: of what is still there, but not for the reader, no word is said
     */
    List<Change> since(Contents earlier, Contents whole) {
        var before = earlier.byKey();
        var changes = new ArrayList<Change>();
        for (var entry : entries) {
            var known = before.remove(keyOf(entry));
            if (known == null) {
                changes.add(change(Change.What.NEW, entry, ""));
            } else {
                addDifference(changes, known, entry);
            }
        }
        var stillThere = whole.byKey();
        before.values().stream()
                .sorted(Comparator.comparing(Entry::subject))
                .map(it -> new Change(
                        Change.What.REMOVED,
                        it.subject(),
                        it.key(),
                        it.label(),
                        stillThere.containsKey(keyOf(it)) ? "" : it.text(),
                        "",
                        it.isPublic()))
                .forEach(changes::add);
        return List.copyOf(changes);
    }

    private static void addDifference(List<Change> changes, Entry known, Entry entry) {
        var otherText = !known.text().equals(entry.text());
        if (otherText || !known.mark().equals(entry.mark()) || known.isPublic() != entry.isPublic()) {
            changes.add(change(Change.What.CHANGED, entry, otherText ? known.text() : ""));
        } else if (entry.subject() == Subject.ITEM && !known.label().equals(entry.label())) {
            changes.add(change(Change.What.RENUMBERED, entry, known.label()));
        }
    }

    private static Change change(Change.What what, Entry entry, String before) {
        return new Change(what, entry.subject(), entry.key(), entry.label(), entry.text(), before, entry.isPublic());
    }

    private record Key(Subject subject, String key) {}

    private static Key keyOf(Entry entry) {
        return new Key(entry.subject(), entry.key());
    }

    private Map<Key, Entry> byKey() {
        var all = new HashMap<Key, Entry>();
        entries.forEach(it -> all.put(keyOf(it), it));
        return all;
    }
}
