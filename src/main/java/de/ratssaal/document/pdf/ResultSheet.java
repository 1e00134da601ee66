package de.ratssaal.document.pdf;

import java.util.List;

/**
 * The result of a vote or an election as it is put on paper.
 *
 * @param place what stands at the foot of each page, {@code {0}} the page and {@code {1}} how many there are
 */
public record ResultSheet(String title, String subtitle, List<Fact> facts, List<Part> parts, String place) {

    public record Fact(String name, String value) {}

    /**
     * One table, with what is to be said of it: a round, a lot, who is elected, how each group voted.
     *
     * @param header of the table; empty for none
     * @param rows of the table
     * @param sentences below it
     */
    public record Part(String title, List<String> header, List<List<String>> rows, List<String> sentences) {

        public Part {
            header = List.copyOf(header);
            rows = List.copyOf(rows);
            sentences = List.copyOf(sentences);
        }
    }

    public ResultSheet {
        facts = List.copyOf(facts);
        parts = List.copyOf(parts);
    }
}
