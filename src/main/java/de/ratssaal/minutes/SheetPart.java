package de.ratssaal.minutes;

import java.util.List;

/** A part of written minutes. How it looks is the business of who shows it: on paper, on a page, beside the editor. */
public sealed interface SheetPart {

    /**
     * @param level 2 for the large parts of the text, 3 for an item
     */
    record Heading(int level, String text) implements SheetPart {}

    /** A paragraph; line breaks in it are meant. */
    record Text(String text) implements SheetPart {}

    /** A paragraph of less weight: numbers of papers, names of voters. */
    record Note(String text) implements SheetPart {}

    /** Facts with their names. */
    record Facts(String title, List<Fact> facts) implements SheetPart {

        public Facts {
            facts = List.copyOf(facts);
        }
    }

    record Fact(String name, String value) {}

    /**
     * @param header one cell for each column
     * @param rows as many cells each
     */
    record Table(String title, List<String> header, List<List<String>> rows) implements SheetPart {

        public Table {
            header = List.copyOf(header);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /**
     * What was voted on.
     *
     * @param points paragraphs with their labels
     */
    record Wording(String title, List<Point> points) implements SheetPart {

        public Wording {
            points = List.copyOf(points);
        }
    }

    /**
     * @param label such as {@code 01} or {@code (1)}; empty for a paragraph without
     * @param depth 0 for a point, 1 for its parts
     */
    record Point(String label, String text, int depth) {}

    /**
     * What became of an item.
     *
     * @param count counted votes in one line; empty where no vote was needed
     */
    record Result(String outcome, String count) implements SheetPart {}

    /** Lines on which to sign. */
    record Signatures(List<Signature> signatures) implements SheetPart {

        public Signatures {
            signatures = List.copyOf(signatures);
        }
    }

    record Signature(String name, String role) {}
}
