package de.ratssaal.paper;

import static de.ratssaal.paper.ReadingRemark.Kind.DATE_IN_PART;
import static de.ratssaal.paper.ReadingRemark.Kind.EMPTY_POINT;
import static de.ratssaal.paper.ReadingRemark.Kind.GAP;
import static de.ratssaal.paper.ReadingRemark.Kind.NO_NUMBERING;
import static de.ratssaal.paper.ReadingRemark.Kind.REPEATED_NUMBER;
import static de.ratssaal.paper.ReadingRemark.Kind.SECOND_DATE;
import static de.ratssaal.paper.ReadingRemark.Kind.UNCLEAR_DATE;
import static de.ratssaal.paper.ReadingRemark.Kind.UNKNOWN_REFERENCE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Divides a wording into its points and their parts by the numbers at the beginnings of lines. */
final class PointList {

    /** A higher number than this above the expected one is no gap but something else, such as the number of a page. */
    private static final int WIDEST_GAP = 5;

    /** After these a number at the beginning of the next line belongs to the sentence. */
    private static final Pattern SENTENCE_GOES_ON = Pattern.compile(
            "(?:.*[\\s(])?(?:de[srmn]|die|das|am|vom|zum|zur|im|und|oder|sowie|§§?|Nr\\.|Abs\\.|Absatz|Satz|Ziffer|Ziff\\.|Artikel|Art\\.|Anlage|Punkt|TOP|BP|bis|ab|seit|von|auf|rund|ca\\.|mit|,)",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);

    private static final Pattern ENDED = Pattern.compile(".*[.;:!?)\"“”\\d]", Pattern.DOTALL);

    private final List<String> lines;
    private final Wording wording;
    private final Remarks remarks;
    private final List<String> intro = new ArrayList<>();
    private final List<Open> open = new ArrayList<>();

    PointList(List<String> lines, Wording wording, Remarks remarks) {
        this.lines = lines;
        this.wording = wording;
        this.remarks = remarks;
        divide();
    }

    /** A point or a part of one whose lines are still being collected. */
    private static final class Open {

        private final String label;
        private final Label.@Nullable Style style;
        private final int value;
        private final List<String> lines = new ArrayList<>();
        private final List<Open> parts = new ArrayList<>();

        Open(String label, Label.@Nullable Style style, int value) {
            this.label = label;
            this.style = style;
            this.value = value;
        }

        static Open of(Label label) {
            var opened = new Open(label.written(), label.style(), label.value());
            opened.lines.add(label.rest());
            return opened;
        }

        Open last() {
            return parts.isEmpty() ? this : parts.getLast();
        }
    }

    private void divide() {
        var style = styleOfPoints();
        if (style == null) {
            open.add(new Open("", null, 0));
        }
        for (var at = 0; at < lines.size(); at++) {
            var label = Label.of(lines.get(at)).orElse(null);
            if (label != null && label.style() == style && isPoint(label, at)) {
                open.add(Open.of(label));
            } else if (label != null && !open.isEmpty() && isPart(label, at)) {
                open.getLast().parts.add(Open.of(label));
            } else if (open.isEmpty()) {
                intro.add(lines.get(at));
            } else {
                open.getLast().last().lines.add(lines.get(at));
            }
        }
        if (style == null && open.getLast().parts.isEmpty()) {
            remarks.add(NO_NUMBERING, "");
        }
    }

    /** How the points are numbered: as the first number is written that begins a list. */
    private Label.@Nullable Style styleOfPoints() {
        var first = true;
        for (var at = 0; at < lines.size(); at++) {
            var label = Label.of(lines.get(at)).filter(it -> !it.isBullet()).orElse(null);
            if (label != null
                    && goesBefore(at)
                    && (label.value() == 1 || (first && label.style() != Label.Style.LETTER))) {
                return label.style();
            }
            first = first && lines.get(at).isEmpty();
        }
        return null;
    }

    private boolean isPoint(Label label, int at) {
        if (!goesBefore(at)) {
            return false;
        }
        if (open.isEmpty()) {
            return true;
        }
        var point = open.getLast();
        var expected = point.value + 1;
        if (label.value() == expected) {
            return true;
        }
        if (label.value() == 1 && beginsPartsOf(point, label)) {
            return false;
        }
        if (!isSetOff(label, at) || label.value() > expected + WIDEST_GAP) {
            return false;
        }
        remarks.add(
                label.value() > expected ? GAP : REPEATED_NUMBER,
                point.label + " … " + label.written() + " " + label.rest());
        return true;
    }

    /** "… wie folgt: 1. …" inside a point that is numbered in the same way. */
    private boolean beginsPartsOf(Open point, Label label) {
        return point.parts.isEmpty()
                && label.style() == Label.Style.DOT
                && lastLineOf(point).endsWith(":")
                && point.value > 0;
    }

    private static String lastLineOf(Open point) {
        return point.lines.reversed().stream()
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse("");
    }

    private boolean isPart(Label label, int at) {
        var point = open.getLast();
        if (!goesBefore(at) || (point.style == Label.Style.DECIMAL && label.style() == Label.Style.DOT)) {
            return false;
        }
        if (point.parts.isEmpty()) {
            return label.isBullet() || label.value() == 1;
        }
        var part = point.parts.getLast();
        if (part.style != label.style()) {
            return false;
        }
        if (label.isBullet() || label.value() == part.value + 1) {
            return true;
        }
        if (!isSetOff(label, at) || label.value() > part.value + WIDEST_GAP) {
            return false;
        }
        remarks.add(
                label.value() > part.value ? GAP : REPEATED_NUMBER,
                part.label + " … " + label.written() + " " + label.rest());
        return true;
    }

    /** Whether something may begin on the line: the sentence before does not go on in it. */
    private boolean goesBefore(int at) {
        return at == 0
                || lines.get(at - 1).isEmpty()
                || !SENTENCE_GOES_ON.matcher(lines.get(at - 1)).matches();
    }

    /** Whether a number stands out so that it is one even out of turn. */
    private boolean isSetOff(Label label, int at) {
        return at == 0
                || lines.get(at - 1).isEmpty()
                || (ENDED.matcher(lines.get(at - 1)).matches()
                        && !(label.style() == Label.Style.BARE && label.standsAlone()));
    }

    String intro() {
        return wording.of(intro);
    }

    List<ResolutionPoint> points() {
        var points = open.stream()
                .map(this::point)
                .filter(it -> !it.isBlank() || !it.label().isEmpty())
                .toList();
        var numbers = open.stream().map(it -> it.value).collect(Collectors.toSet());
        for (var point : points) {
            if (point.isBlank()) {
                remarks.add(EMPTY_POINT, point.label());
            }
            point.references().stream()
                    .filter(it -> !numbers.contains(it))
                    .forEach(it -> remarks.add(UNKNOWN_REFERENCE, point.label() + " → " + it));
        }
        return points;
    }

    private ResolutionPoint point(Open read) {
        var text = wording.of(read.lines);
        var parts = read.parts.stream()
                .map(it -> new SubPoint(it.label, wording.of(it.lines)))
                .toList();
        var dates = DueDates.in(text);
        DueDates.unclear(text, dates).ifPresent(it -> remarks.add(UNCLEAR_DATE, it));
        if (dates.size() > 1) {
            remarks.add(SECOND_DATE, quote(text, dates.get(1)));
        }
        for (var part : parts) {
            var inPart = DueDates.in(part.text());
            DueDates.unclear(part.text(), inPart).ifPresent(it -> remarks.add(UNCLEAR_DATE, it));
            inPart.stream()
                    .findFirst()
                    .ifPresent(it -> remarks.add(DATE_IN_PART, part.label() + " " + quote(part.text(), it)));
        }
        return new ResolutionPoint(
                read.label,
                text,
                parts,
                Duties.responsible(text),
                dates.stream().findFirst().map(DueDates.Found::due).orElse(null),
                Duties.report(text));
    }

    private static String quote(String text, DueDates.Found date) {
        return Optional.of(text.substring(Math.max(0, date.start() - 30), date.end()))
                .map(String::strip)
                .orElse("");
    }
}
