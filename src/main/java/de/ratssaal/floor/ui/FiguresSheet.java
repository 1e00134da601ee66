package de.ratssaal.floor.ui;

import de.ratssaal.floor.SpeakingFigures.Share;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Figures as a table for spreadsheets: separated by semicolons, with the mark by which they know the letters. */
class FiguresSheet {

    private static final String MARK = "\uFEFF";
    private static final String LINE_END = "\r\n";

    private final StringBuilder lines = new StringBuilder(MARK);

    FiguresSheet(String... headings) {
        line(headings);
    }

    <T> FiguresSheet add(String part, List<Share<T>> shares, Function<Share<T>, String> name) {
        shares.forEach(it -> line(
                part,
                name.apply(it),
                String.valueOf(it.speeches()),
                String.valueOf(it.time().toSeconds())));
        return this;
    }

    private void line(String... cells) {
        lines.append(Stream.of(cells).map(FiguresSheet::cell).collect(Collectors.joining(";")))
                .append(LINE_END);
    }

    /** What begins like a formula is a text all the same. */
    private static String cell(String text) {
        var harmless = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }

    @Override
    public String toString() {
        return lines.toString();
    }
}
