package de.ratssaal.paper;

import java.util.List;
import java.util.regex.Pattern;

/** Puts the lines of a wording together again: what was only broken to fit the page flows, what was set apart stays apart. */
final class Wording {

    /** A line shorter than this part of the longest was ended by its author, not by the page. */
    private static final double FULL = 0.6;
    /** Where every line is shorter, nothing was broken to fit a page. */
    private static final int NARROWEST_PAGE = 45;

    private static final Pattern SPACES = Pattern.compile(" {2,}");
    private static final Pattern BROKEN = Pattern.compile(".*\\p{L}[-‐]");
    private static final Pattern GOES_ON = Pattern.compile("\\p{Ll}.*");
    /** "Bus- und Bahnverkehr" keeps its hyphen and its space. */
    private static final Pattern ELLIPTIC = Pattern.compile("(?:und|oder|bzw|sowie|bis|noch)\\b.*");

    private static final Pattern CANNOT_END = Pattern.compile(
            "(?:.* )?(?:und|oder|sowie|de[rmns]|die|das|für|von|vom|mit|zur?|zum|im|in|am|an|auf|bei|nach|aus|durch|über|unter|eine[rmns]?|ein|,)");

    private final int longest;
    private final Remarks remarks;

    Wording(List<String> lines, Remarks remarks) {
        this.longest = lines.stream().mapToInt(String::length).max().orElse(0);
        this.remarks = remarks;
    }

    String of(List<String> lines) {
        var text = new StringBuilder();
        var before = "";
        for (var line : lines) {
            if (!line.isBlank()) {
                if (!text.isEmpty()) {
                    text.append(between(before, line));
                }
                text.append(SPACES.matcher(line.strip()).replaceAll(" "));
            }
            before = line.strip();
        }
        return text.toString();
    }

    private String between(String before, String next) {
        if (before.isEmpty()) {
            return "\n"; // a paragraph ended here
        }
        var goesOn = GOES_ON.matcher(next).matches();
        if (goesOn
                && BROKEN.matcher(before).matches()
                && !ELLIPTIC.matcher(next).matches()) {
            remarks.add(ReadingRemark.Kind.BROKEN_WORD, end(before) + beginning(next));
            return "";
        }
        var isFull = longest >= NARROWEST_PAGE && before.length() >= longest * FULL;
        return isFull || goesOn || CANNOT_END.matcher(before).matches() ? " " : "\n";
    }

    private static String end(String line) {
        return line.substring(line.lastIndexOf(' ') + 1);
    }

    private static String beginning(String line) {
        var end = line.indexOf(' ');
        return end < 0 ? line : line.substring(0, end);
    }
}
