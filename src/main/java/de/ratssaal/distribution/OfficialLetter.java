package de.ratssaal.distribution;

import java.util.List;

/**
 * Something on the municipality's paper: a letter to a member, or what is announced to everybody.
 *
 * @param address lines of the address; none in an announcement
 * @param date place and day at which it was made
 * @param greeting may be empty
 * @param opening paragraphs before the facts
 * @param remarks what must not be overlooked
 * @param closing paragraphs at the end
 */
public record OfficialLetter(
        List<String> address,
        String date,
        String title,
        String greeting,
        List<String> opening,
        List<Fact> facts,
        List<String> remarks,
        List<Part> parts,
        List<String> closing) {

    public OfficialLetter {
        address = List.copyOf(address);
        opening = List.copyOf(opening);
        facts = List.copyOf(facts);
        remarks = List.copyOf(remarks);
        parts = List.copyOf(parts);
        closing = List.copyOf(closing);
    }

    public record Fact(String name, String value) {}

    /** Lines under a heading. */
    public record Part(String title, List<Line> lines) {

        public Part {
            lines = List.copyOf(lines);
        }
    }

    /**
     * @param label what stands before it, such as {@code Ö 1}; may be empty
     * @param depth 0 at the margin
     */
    public record Line(String label, String text, int depth) {}
}
