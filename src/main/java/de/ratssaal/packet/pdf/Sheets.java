package de.ratssaal.packet.pdf;

import static de.ratssaal.packet.pdf.Furniture.number;

import de.ratssaal.packet.PacketContents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sets text on pages of the packet's own, from the top of the first to the foot of the last. */
final class Sheets {

    private static final float WIDTH = 595.28f;
    private static final float HEIGHT = 841.89f;
    private static final float LEFT = 71;
    private static final float RIGHT = 57;
    private static final float TOP = 64;
    private static final float BOTTOM = 60;
    private static final float COLUMN = WIDTH - LEFT - RIGHT;
    private static final float HEADER = 8;
    private static final float MARGIN = 28;
    private static final float STEP = 24;
    private static final float LEADING = 1.4f;
    private static final float PAGE_NUMBER = 40;

    private final Lettering regular;
    private final Lettering bold;
    private final List<Sheet> sheets = new ArrayList<>();
    private float y;

    Sheets(Lettering regular, Lettering bold) {
        this.regular = regular;
        this.bold = bold;
        newSheet();
    }

    /** A page with its content and the places on it that lead to other pages. */
    private record Sheet(StringBuilder content, List<Link> links) {}

    /** @param page number of the page's object */
    private record Link(float x, float y, float width, float height, int page) {}

    private record Type(boolean isBold, float size, float before, float after) {

        float leading() {
            return size * LEADING;
        }
    }

    private static Type type(PacketContents.Style style) {
        return switch (style) {
            case TITLE -> new Type(true, 20, 0, 6);
            case SUBTITLE -> new Type(false, 13, 0, 8);
            case HEADING -> new Type(true, 13, 14, 5);
            case TEXT -> new Type(false, 10.5f, 0, 5);
            case SMALL -> new Type(false, 9, 0, 4);
        };
    }

    int count() {
        return sheets.size();
    }

    void newSheet() {
        sheets.add(new Sheet(new StringBuilder(), new ArrayList<>()));
        y = HEIGHT - TOP;
    }

    void skip(float points) {
        y -= points;
    }

    /** A line across the column. */
    void rule() {
        content()
                .append("0.75 G 0.5 w %s %s m %s %2$s l S\n".formatted(number(LEFT), number(y), number(LEFT + COLUMN)));
        y -= 12;
    }

    void block(PacketContents.Block block) {
        var type = type(block.style());
        var face = type.isBold() ? bold : regular;
        var indent = LEFT + block.depth() * STEP;
        y -= y < HEIGHT - TOP ? type.before() : 0;
        if (type.isBold()) {
            keepTogether(3 * type.leading());
        } else {
            keepTogether(type.leading());
        }
        var x = indent;
        if (!block.label().isEmpty()) {
            line(bold, bold.settable(block.label()), type.size(), indent);
            x += Math.max(STEP, bold.width(block.label(), type.size()) + 6);
        }
        for (var text : face.lines(block.text(), type.size(), LEFT + COLUMN - x)) {
            keepTogether(type.leading());
            line(face, text, type.size(), x);
            y -= type.leading();
        }
        y -= type.after();
    }

    /**
     * A line that leads to a page.
     *
     * @param pageNumber what is printed at its right; empty for none
     * @param page number of the page's object; 0 if it leads nowhere
     */
    void entry(boolean isStrong, int depth, String label, String text, String pageNumber, int page) {
        var size = 10.5f;
        var face = isStrong ? bold : regular;
        var x = LEFT + depth * STEP;
        var textAt = label.isEmpty() ? x : x + Math.max(2 * STEP, face.width(label, size) + 8);
        var lines = face.lines(text, size, LEFT + COLUMN - PAGE_NUMBER - textAt);
        var leading = size * LEADING;
        y -= isStrong ? 5 : 1;
        keepTogether(Math.min(lines.size(), 4) * leading);
        var top = y;
        if (!label.isEmpty()) {
            line(face, face.settable(label), size, x);
        }
        for (var number = 0; number < lines.size(); number++) {
            if (number > 0 && y - leading < BOTTOM) {
                link(x, top, page);
                newSheet();
                top = y;
            }
            line(face, lines.get(number), size, textAt);
            if (number == 0 && !pageNumber.isEmpty()) {
                line(face, pageNumber, size, LEFT + COLUMN - face.width(pageNumber, size));
            }
            y -= leading;
        }
        link(x, top, page);
        y -= 2;
    }

    private void link(float x, float top, int page) {
        if (page != 0) {
            sheets.getLast().links().add(new Link(x, y, LEFT + COLUMN - x, top - y, page));
        }
    }

    private void keepTogether(float height) {
        if (y - height < BOTTOM) {
            newSheet();
        }
    }

    private void line(Lettering face, String text, float size, float x) {
        content()
                .append("BT /%s %s Tf 0.1 g %s %s Td %s Tj ET\n"
                        .formatted(
                                face == bold ? "B" : "R", number(size), number(x), number(y - size), face.shown(text)));
    }

    private StringBuilder content() {
        return sheets.getLast().content();
    }

    /**
     * Writes the pages under numbers in a row.
     *
     * @param header none for pages that need none
     * @return the first number
     */
    int write(PdfFile file, Furniture furniture, int parent, PageCopy.@Nullable Header header, boolean marked)
            throws IOException {
        var first = file.reserve(sheets.size());
        var resources = file.reserve();
        file.object(
                resources,
                "<</Font<</R %d 0 R/B %d 0 R>>/XObject<</M %d 0 R>>>>"
                        .formatted(furniture.regular(), furniture.bold(), furniture.mark()));
        for (var at = 0; at < sheets.size(); at++) {
            var sheet = sheets.get(at);
            if (header != null && header.strip() > 0) {
                header(sheet.content(), header.left(), header.right().get(at));
            }
            if (marked) {
                sheet.content()
                        .append("q %s 0 0 %s 0 0 cm /Artifact BMC /M Do EMC Q\n"
                                .formatted(
                                        number(WIDTH / Furniture.MARK_WIDTH), number(HEIGHT / Furniture.MARK_HEIGHT)));
            }
            var content = file.reserve();
            file.streamObject(
                    content,
                    "/Filter/FlateDecode",
                    Packed.of(sheet.content().toString().getBytes(StandardCharsets.US_ASCII)));
            file.object(
                    first + at,
                    "<</Type/Page/Parent %d 0 R/MediaBox[0 0 %s %s]/Resources %d 0 R/Contents %d 0 R%s>>"
                            .formatted(parent, number(WIDTH), number(HEIGHT), resources, content, links(sheet)));
        }
        return first;
    }

    private void header(StringBuilder content, String left, String right) {
        var top = HEIGHT - PageCopy.STRIP;
        var end = WIDTH - MARGIN;
        var rightShown = regular.settable(right);
        var rightWidth = regular.width(rightShown, HEADER);
        var leftShown = regular.shortened(regular.settable(left), HEADER, end - rightWidth - 2 * MARGIN);
        content.append(
                "0.25 g 0.25 G 0.4 w %s %s m %s %2$s l S BT /R %s Tf %1$s %s Td %s Tj ET BT /R %4$s Tf %s %5$s Td %s Tj ET\n"
                        .formatted(
                                number(MARGIN),
                                number(top + 2),
                                number(end),
                                number(HEADER),
                                number(top + 7),
                                regular.shown(leftShown),
                                number(end - rightWidth),
                                regular.shown(rightShown)));
    }

    private static String links(Sheet sheet) {
        if (sheet.links().isEmpty()) {
            return "";
        }
        var text = new StringBuilder("/Annots[");
        for (var link : sheet.links()) {
            text.append("<</Type/Annot/Subtype/Link/Border[0 0 0]/Rect[%s %s %s %s]/Dest[%d 0 R/Fit]>>"
                    .formatted(
                            number(link.x()),
                            number(link.y()),
                            number(link.x() + link.width()),
                            number(link.y() + link.height()),
                            link.page()));
        }
        return text.append(']').toString();
    }
}
