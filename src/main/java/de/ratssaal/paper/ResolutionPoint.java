package de.ratssaal.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One point of a resolution.
 *
 * @param label how it is numbered, such as {@code 01}; empty where the text numbers nothing
 * @param text its wording without the label; paragraphs are separated by line breaks
 * @param subPoints its parts, in order
 * @param responsible office that has to see to it, such as {@code Oberbürgermeister}; none if the text names none
 * @param due when it has to be done
 * @param report a report that is owed on it
 */
public record ResolutionPoint(
        String label,
        String text,
        List<SubPoint> subPoints,
        @Nullable String responsible,
        @Nullable DueDate due,
        @Nullable ReportDuty report) {

    private static final Pattern PART = Pattern.compile("\\((\\d{1,3})\\)\\s*(.*)");

    public ResolutionPoint {
        subPoints = List.copyOf(subPoints);
        responsible = responsible == null ? null : PlainText.line(responsible);
        if (responsible != null && responsible.isEmpty()) {
            responsible = null;
        }
    }

    /** A point of which nothing is known but its wording. */
    public static ResolutionPoint of(String label, String text) {
        return new ResolutionPoint(label, text, List.of(), null, null, null);
    }

    /**
     * A point from its {@link #wording()}: a line that begins with the next number in brackets begins a part. Who has to see
     * to it, the due date and a report are read from the words.
     */
    public static ResolutionPoint read(String wording) {
        var text = new ArrayList<String>();
        var parts = new ArrayList<List<String>>();
        for (var line : PlainText.paragraphs(wording).lines().toList()) {
            var label = PART.matcher(line);
            if (label.matches() && Integer.parseInt(label.group(1)) == parts.size() + 1) {
                parts.add(new ArrayList<>(List.of(label.group(2))));
            } else {
                (parts.isEmpty() ? text : parts.getLast()).add(line);
            }
        }
        var words = String.join("\n", text);
        return new ResolutionPoint(
                "",
                words,
                IntStream.range(0, parts.size())
                        .mapToObj(it -> new SubPoint("(%d)".formatted(it + 1), String.join("\n", parts.get(it))))
                        .toList(),
                Duties.responsible(words),
                DueDates.in(words).stream().findFirst().map(DueDates.Found::due).orElse(null),
                Duties.report(words));
    }

    /** Numbers of the points that the wording refers to, in the order in which they are named. */
    public Set<Integer> references() {
        return References.in(wording());
    }

    /** The point and its parts as they are read out, without the point's own label. */
    public String wording() {
        var whole = new StringBuilder(text);
        for (var part : subPoints) {
            if (!whole.isEmpty()) {
                whole.append('\n');
            }
            whole.append(part.label());
            if (!part.label().isEmpty() && !part.text().isEmpty()) {
                whole.append(' ');
            }
            whole.append(part.text());
        }
        return whole.toString();
    }

    boolean isBlank() {
        return text.isBlank() && subPoints.stream().allMatch(it -> it.text().isBlank());
    }
}
