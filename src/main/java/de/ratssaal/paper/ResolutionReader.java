package de.ratssaal.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads a resolution's text: what stands before the wording, the wording in its points, what stands after it. What is not
 * understood stays where it is and is remarked on.
 */
final class ResolutionReader {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** Lines after which the wording begins. */
    private static final Pattern HEADING = Pattern.compile(
            "(?:Beschlu(?:ss|ß)(?:vorschlag|text|antrag|empfehlung|entwurf|fassung)?(?:\\s?\\(Kurzfassung\\))?|Wortlaut(?: des Beschlusses)?|Antrag an (?:den|die|das) [\\p{L} -]{3,80})\\s?:?\\d?",
            FLAGS);
    /** Lines with which the wording begins. */
    private static final Pattern OPENING = Pattern.compile(
            "(?:Der|Die|Das) [\\p{L}\\d .,/-]{3,100}?(?:beschließt|beschliesst|beschlie(?:ß|ss)en|beschloss|fasst|beauftragt|empfiehlt)[\\p{L} ,-]{0,60}:",
            FLAGS);
    /** Lines with which something else begins. */
    private static final Pattern AFTERWORD = Pattern.compile(
            "(?:(?:Begründung|Sachverhalt|Sachdarstellung|Sach- und Rechtslage|Finanzielle Auswirkungen|Erläuterung(?:en)?|Anlagen?|Anlagenverzeichnis|Zur Beurkundung|Unterschrift(?:en)?|Hinweise?)\\s?:?\\d?"
                    + "|(?:Begründung|Sachverhalt|Anlagen?|Anlagenverzeichnis|Unterzeichnet von|gez\\.)\\s?:?\\s.*"
                    + "|Abstimmung(?:sergebnis)?\\s?:?.*|(?:Beschluss)?ergebnis\\s?:.*)",
            FLAGS);

    private static final Pattern FIXED_AFTERWORD =
            Pattern.compile("(?:Begründung|Sachverhalt|Anlagen?)\\s[^:]*", FLAGS);

    private final List<String> lines;
    private final Remarks remarks = new Remarks();
    private final Wording wording;

    ResolutionReader(String text) {
        lines = PlainText.of(text).lines().map(String::strip).toList();
        wording = new Wording(lines, remarks);
    }

    ResolutionText read() {
        if (lines.stream().allMatch(String::isEmpty)) {
            remarks.add(ReadingRemark.Kind.NO_WORDING, "");
            return new ResolutionText(null, null, "", "", List.of(), "", remarks.all());
        }
        var begin = beginOfWording();
        var end = endOfWording(begin);
        var result = new StatedResult(remarks);
        var before = lines.subList(0, begin);
        var after = lines.subList(end, lines.size());
        result.read(before, ReadingRemark.Kind.UNREAD_BEFORE);
        var points = new PointList(lines.subList(begin, end), wording, remarks);
        result.read(after, ReadingRemark.Kind.UNREAD_AFTER);
        return new ResolutionText(
                result.outcome(),
                result.vote(),
                asPrinted(before),
                points.intro(),
                points.points(),
                asPrinted(after),
                remarks.all());
    }

    private int beginOfWording() {
        for (var at = 0; at < lines.size(); at++) {
            if (HEADING.matcher(lines.get(at)).matches()) {
                var begin = skipResult(at + 1);
                if (begin < lines.size() && !HEADING.matcher(lines.get(begin)).matches() && !isAfterword(begin)) {
                    return begin;
                }
            }
        }
        for (var at = 0; at < lines.size(); at++) {
            if (OPENING.matcher(lines.get(at)).matches()) {
                return at;
            }
        }
        return skipResult(0);
    }

    /** The first line from there on that says something else than outcome, vote or nothing. */
    private int skipResult(int from) {
        var at = from;
        while (at < lines.size() && (lines.get(at).isEmpty() || StatedResult.isOne(lines.get(at)))) {
            at++;
        }
        return at;
    }

    private int endOfWording(int begin) {
        for (var at = begin; at < lines.size(); at++) {
            if (at > begin && (isAfterword(at) || (StatedResult.isOne(lines.get(at)) && restIsAfterword(at)))) {
                return at;
            }
        }
        return lines.size();
    }

    private boolean isAfterword(int at) {
        var line = lines.get(at);
        return AFTERWORD.matcher(line).matches()
                && !FIXED_AFTERWORD.matcher(line).matches();
    }

    /** A result between two points belongs to the point before; behind the last it belongs to the whole. */
    private boolean restIsAfterword(int from) {
        for (var at = from + 1; at < lines.size(); at++) {
            if (isAfterword(at) || HEADING.matcher(lines.get(at)).matches()) {
                return true;
            }
            if (Label.of(lines.get(at)).isPresent()) {
                return false;
            }
        }
        return true;
    }

    private static String asPrinted(List<String> printed) {
        var text = new ArrayList<String>();
        for (var line : printed) {
            if (!line.isEmpty() || (!text.isEmpty() && !text.getLast().isEmpty())) {
                text.add(line);
            }
        }
        return String.join("\n", text).strip();
    }
}
