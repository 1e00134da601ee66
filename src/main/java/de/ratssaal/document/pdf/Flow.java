package de.ratssaal.document.pdf;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.documentinterchange.taggedpdf.PDTableAttributeObject;

/** Sets text from the top of the first page to the foot of the last, and begins a page where one is full. */
public final class Flow {

    public static final float LEFT = 71;
    public static final float RIGHT = 57;
    public static final float TOP = 68;
    public static final float BOTTOM = 68;
    public static final float WIDTH = PDRectangle.A4.getWidth() - LEFT - RIGHT;

    private static final Color INK = new Color(0x1b, 0x1f, 0x24);
    private static final Color LINE = new Color(0xc4, 0xca, 0xd2);
    private static final Color TINT = new Color(0xee, 0xf1, 0xf5);
    private static final float PADDING = 4;
    private static final float BAR = 3;

    private final TaggedDocument document;
    private final Typeface regular;
    private final Typeface bold;
    private float y;
    private boolean isBarred;
    private float barTop;
    private Color barColor = LINE;

    public Flow(TaggedDocument document, Typeface regular, Typeface bold) throws IOException {
        this.document = document;
        this.regular = regular;
        this.bold = bold;
        newPage();
    }

    /**
     * How text is set.
     *
     * @param size in points
     * @param after space below it in points
     */
    public record Style(boolean isBold, float size, float after) {

        public float leading() {
            return size * 1.4f;
        }
    }

    public static final Style BODY = new Style(false, 10.5f, 6);
    public static final Style STRONG = new Style(true, 10.5f, 3);
    public static final Style SMALL = new Style(false, 9, 4);
    public static final Style CELL = new Style(false, 9.5f, 0);
    public static final Style CELL_HEAD = new Style(true, 9.5f, 0);

    public float y() {
        return y;
    }

    public void skip(float points) {
        y -= points;
    }

    public void goTo(float height) {
        y = height;
    }

    public void newPage() throws IOException {
        if (isBarred) {
            drawBar();
        }
        document.newPage();
        y = PDRectangle.A4.getHeight() - TOP;
        barTop = y;
    }

    /** Begins a page if so much does not fit on this one. */
    public void keepTogether(float height) throws IOException {
        if (y - height < BOTTOM) {
            newPage();
        }
    }

    /** Draws a bar at the left of all that follows. */
    public void beginBar(Color color) {
        isBarred = true;
        barColor = color;
        barTop = y;
    }

    public void endBar() throws IOException {
        drawBar();
        isBarred = false;
    }

    private void drawBar() throws IOException {
        var top = barTop;
        var foot = y;
        if (top - foot > 1) {
            document.decorate(page -> rectangle(page, barColor, LEFT, foot, BAR, top - foot));
        }
    }

    /** A text as an element of its own. */
    public void text(String type, PDStructureNode parent, String text, Style style, float indent) throws IOException {
        lines(document.element(type, parent), text, style, LEFT + indent, WIDTH - indent);
        y -= style.after();
    }

    /** Sets a text into an element; it may go on over the next page. */
    public void lines(PDStructureElement element, String text, Style style, float x, float width) throws IOException {
        var face = face(style);
        var left = new ArrayList<>(face.lines(text, style.size(), width));
        while (!left.isEmpty()) {
            if (y - style.leading() < BOTTOM) {
                newPage();
            }
            var fitting = Math.max(1, (int) ((y - BOTTOM) / style.leading()));
            var now = List.copyOf(left.subList(0, Math.min(fitting, left.size())));
            left.subList(0, now.size()).clear();
            block(element, now, style, x, y);
            y -= now.size() * style.leading();
        }
    }

    /** Lines that fit on the page, the first below a height. */
    private void block(PDStructureElement element, List<String> lines, Style style, float x, float top)
            throws IOException {
        document.draw(element, page -> set(page, lines, style, x, top));
    }

    private void set(PDPageContentStream page, List<String> lines, Style style, float x, float top) throws IOException {
        page.beginText();
        page.setNonStrokingColor(INK);
        page.setFont(face(style).font(), style.size());
        page.setLeading(style.leading());
        page.newLineAtOffset(x, top - style.size());
        for (var number = 0; number < lines.size(); number++) {
            if (number > 0) {
                page.newLine();
            }
            // a line ends with a space where a word ends: whoever reads or copies the text hears two words
            page.showText(number < lines.size() - 1 ? lines.get(number) + " " : lines.get(number));
        }
        page.endText();
    }

    /** A single line that is not part of the flow, its right end at a place if it is aligned there. */
    public void line(PDPageContentStream page, String text, Style style, float x, float top, boolean isRight)
            throws IOException {
        var face = face(style);
        var shown = face.settable(text);
        var from = isRight ? x - face.width(shown, style.size()) : x;
        set(page, List.of(shown), style, from, top);
    }

    /**
     * A table. Its head repeats on every page it runs over; a row may go on there too.
     *
     * @param title its caption; empty for none
     * @param header empty for a table in which the first cell of each row names the others
     * @param widths parts of the width, which add up to 1
     */
    public void table(
            PDStructureNode parent, String title, List<String> header, List<List<String>> rows, List<Float> widths)
            throws IOException {
        var table = document.element("Table", parent);
        keepTogether(STRONG.leading() + 3 * (CELL.leading() + 2 * PADDING));
        if (!title.isEmpty()) {
            lines(document.element("Caption", table), title, STRONG, LEFT, WIDTH);
            y -= STRONG.after();
        }
        if (!header.isEmpty()) {
            var row = document.element("TR", table);
            head(
                    header,
                    widths,
                    header.stream().map(it -> headCell(row, "Column")).toList());
        }
        for (var cells : rows) {
            var row = document.element("TR", table);
            var elements = new ArrayList<PDStructureElement>();
            for (var number = 0; number < cells.size(); number++) {
                elements.add(header.isEmpty() && number == 0 ? headCell(row, "Row") : document.element("TD", row));
            }
            row(cells, elements, header, widths);
        }
        y -= 10;
    }

    private PDStructureElement headCell(PDStructureElement row, String scope) {
        var cell = document.element("TH", row);
        var attributes = new PDTableAttributeObject();
        attributes.setScope(scope);
        cell.addAttribute(attributes);
        return cell;
    }

    private void head(List<String> header, List<Float> widths, List<PDStructureElement> elements) throws IOException {
        var cells = wrapped(header, widths, CELL_HEAD, CELL_HEAD);
        var height = most(cells) * CELL_HEAD.leading() + 2 * PADDING;
        var foot = y - height;
        document.decorate(page -> rectangle(page, TINT, LEFT, foot, WIDTH, height));
        var x = LEFT;
        for (var number = 0; number < cells.size(); number++) {
            var at = x + PADDING;
            var top = y - PADDING;
            var lines = cells.get(number);
            if (elements.isEmpty()) {
                document.decorate(page -> set(page, lines, CELL_HEAD, at, top));
            } else {
                block(elements.get(number), lines, CELL_HEAD, at, top);
            }
            x += widths.get(number) * WIDTH;
        }
        y = foot;
    }

    private void row(List<String> texts, List<PDStructureElement> elements, List<String> header, List<Float> widths)
            throws IOException {
        var first = header.isEmpty() ? CELL_HEAD : CELL;
        var cells = wrapped(texts, widths, first, CELL);
        var total = most(cells);
        var from = 0;
        while (from < total) {
            var wanted = Math.min(total - from, 3);
            if (y - wanted * CELL.leading() - 2 * PADDING < BOTTOM) {
                newPage();
                if (!header.isEmpty()) {
                    head(header, widths, List.of());
                }
            }
            var fitting = Math.max(1, (int) ((y - BOTTOM - 2 * PADDING) / CELL.leading()));
            var to = Math.min(total, from + fitting);
            var x = LEFT;
            for (var number = 0; number < cells.size(); number++) {
                var lines = cells.get(number);
                if (from < lines.size()) {
                    block(
                            elements.get(number),
                            lines.subList(from, Math.min(to, lines.size())),
                            number == 0 ? first : CELL,
                            x + PADDING,
                            y - PADDING);
                }
                x += widths.get(number) * WIDTH;
            }
            y -= (to - from) * CELL.leading() + 2 * PADDING;
            var foot = y;
            document.decorate(page -> rectangle(page, LINE, LEFT, foot, WIDTH, 0.5f));
            from = to;
        }
    }

    private List<List<String>> wrapped(List<String> texts, List<Float> widths, Style first, Style others)
            throws IOException {
        var cells = new ArrayList<List<String>>();
        for (var number = 0; number < texts.size(); number++) {
            var style = number == 0 ? first : others;
            cells.add(face(style).lines(texts.get(number), style.size(), widths.get(number) * WIDTH - 2 * PADDING));
        }
        return cells;
    }

    private static int most(List<List<String>> cells) {
        return cells.stream().mapToInt(List::size).max().orElse(1);
    }

    /** A result that stands out. */
    public void box(PDStructureNode parent, String outcome, String count, Color color) throws IOException {
        var strong = new Style(true, 11.5f, 0);
        var indent = 10f;
        var inner = WIDTH - 2 * indent;
        var height = bold.lines(outcome, strong.size(), inner).size() * strong.leading()
                + (count.isEmpty()
                        ? 0
                        : regular.lines(count, BODY.size(), inner).size() * BODY.leading())
                + 12;
        keepTogether(height);
        var foot = y - height;
        document.decorate(page -> {
            rectangle(page, TINT, LEFT, foot, WIDTH, height);
            rectangle(page, color, LEFT, foot, BAR, height);
        });
        y -= 6;
        lines(document.element("P", parent), outcome, strong, LEFT + indent, inner);
        if (!count.isEmpty()) {
            lines(document.element("P", parent), count, BODY, LEFT + indent, inner);
        }
        y = foot - 8;
    }

    /** A line on which to sign, with what stands below it. */
    public void signature(PDStructureNode parent, String name, String role, float x, float width, float top)
            throws IOException {
        document.decorate(page -> rectangle(page, INK, x, top, width, 0.7f));
        var element = document.element("P", parent);
        var lines = new ArrayList<>(regular.lines(name.isBlank() ? role : name + ", " + role, SMALL.size(), width));
        block(element, lines, SMALL, x, top - 3);
    }

    public static void rectangle(PDPageContentStream page, Color color, float x, float y, float width, float height)
            throws IOException {
        page.setNonStrokingColor(color);
        page.addRect(x, y, width, height);
        page.fill();
    }

    private Typeface face(Style style) {
        return style.isBold() ? bold : regular;
    }
}
