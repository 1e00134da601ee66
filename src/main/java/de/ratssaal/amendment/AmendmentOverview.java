package de.ratssaal.amendment;

import de.ratssaal.paper.ResolutionPoint;
import de.ratssaal.paper.TextDifference;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The amendments to a paper and what became of them, for reading from top to bottom: on paper, in the portal, in a packet.
 *
 * @param entries in the order of voting
 * @param synopses one for each version of the paper that was amended, the latest first
 */
public record AmendmentOverview(List<Entry> entries, List<Synopsis> synopses) {

    /** Of a paper without amendments. */
    public static final AmendmentOverview NONE = new AmendmentOverview(List.of(), List.of());

    public AmendmentOverview {
        entries = List.copyOf(entries);
        synopses = List.copyOf(synopses);
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /**
     * An amendment.
     *
     * @param mover as it is read out
     * @param reasons paragraphs, separated by line breaks; may be empty
     * @param count votes as counted by hand, where those decided who decide on the paper
     * @param decidedAt when they did; none as long as they did not
     */
    public record Entry(
            int number,
            String title,
            String mover,
            String reasons,
            AmendmentState state,
            @Nullable Count count,
            @Nullable Instant decidedAt) {}

    /**
     * What the amendments make of one version, point by point; points that nobody changes are left out.
     *
     * @param version of the paper
     * @param withResult whether there is a text into which what was adopted is merged
     */
    public record Synopsis(int version, boolean withResult, List<Row> rows) {

        public Synopsis {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A point, or the introduction.
     *
     * @param label such as {@code 01}; empty for the introduction and for what is new before all points
     * @param isIntro whether it is the introduction
     * @param original as it was; empty where something new comes before all points
     * @param changes what each amendment wants here, in the order of voting; those that want nothing are left out
     * @param result what came of it; empty if there is no merged text yet, or the point fell away
     */
    public record Row(String label, boolean isIntro, String original, List<Change> changes, List<Passage> result) {

        public Row {
            changes = List.copyOf(changes);
            result = List.copyOf(result);
        }
    }

    /** @param number of the amendment */
    public record Change(int number, List<Passage> passages) {

        public Change {
            passages = List.copyOf(passages);
        }
    }

    /**
     * A point with its parts.
     *
     * @param kind how it fares as a whole
     * @param label of the point as it becomes; as it was, if it falls away
     * @param text what is left out of it and put in
     * @param duties the point whose responsible and due date change with it; none if they stay
     */
    public record Passage(
            Kind kind,
            String label,
            TextDifference text,
            @Nullable ResolutionPoint duties) {

        /** How a point fares. */
        public enum Kind {
            CHANGED,
            NEW,
            MOVED,
            DELETED
        }
    }
}
