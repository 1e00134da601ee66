package de.ratssaal.packet.pdf;

import static de.ratssaal.packet.pdf.Furniture.number;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/**
 * Copies the pages of one document into a packet, each drawn a little smaller so that there is room for a header above it.
 * What would run, leads out of the packet other than to the web, or belongs to the document as a whole stays behind.
 */
final class PageCopy {

    /** Height of the header in points. */
    static final float STRIP = 22;

    private static final float HEADER = 8;
    private static final float MARGIN = 28;

    /** Annotations that are nothing without the rest of the document, or run. */
    private static final Set<String> NOT_COPIED =
            Set.of("Popup", "FileAttachment", "Sound", "Movie", "Screen", "RichMedia", "3D", "PrinterMark", "TrapNet");

    private static final Set<COSName> BOUND_TO_DOCUMENT = Set.of(
            COSName.P,
            COSName.PARENT,
            COSName.A,
            COSName.DEST,
            COSName.AA,
            COSName.POPUP,
            COSName.getPDFName("IRT"),
            COSName.RECT,
            COSName.QUADPOINTS);

    private final PdfFile file;
    private final Furniture furniture;
    private final Lettering regular;
    private final ParsedPages document;
    private final ObjectCopy copy;
    private final Map<COSBase, Named> resources = new IdentityHashMap<>();
    private final Map<String, Integer> endings = new HashMap<>();

    PageCopy(PdfFile file, Furniture furniture, Lettering regular, ParsedPages document) {
        this.file = file;
        this.furniture = furniture;
        this.regular = regular;
        this.document = document;
        this.copy = new ObjectCopy(file, document.isMending());
    }

    /**
     * @param left what stands at the left of the header; empty if there is none, and the page stays as large as it is
     * @param right what stands at its right on each page
     * @param marked whether the pages carry the reader's name
     */
    record Header(String left, List<String> right, boolean marked) {

        float strip() {
            return left.isEmpty() ? 0 : STRIP;
        }
    }

    /** Is told of each page that is copied. */
    @FunctionalInterface
    interface Progress {

        void copied(int pages) throws IOException;
    }

    /**
     * Writes all pages, under numbers in a row.
     *
     * @param parent number of the node that holds them
     * @return the first number
     */
    int copy(int parent, Header header, Progress progress) throws IOException {
        var first = file.reserve(document.pages().size());
        var at = 0;
        for (var page : document.pages()) {
            copy.map(page.page(), first + at++);
        }
        at = 0;
        for (var page : document.pages()) {
            page(page, first + at, parent, header, header.right().get(at));
            copy.copyWaiting();
            progress.copied(++at);
        }
        return first;
    }

    /**
     * Resources with the names under which the packet's own are found in them.
     *
     * @param number of the object
     */
    private record Named(int number, String font, String mark) {}

    private void page(ParsedPages.Leaf page, int number, int parent, Header header, String right) throws IOException {
        var box = box(page);
        var place = Place.of(box, page.rotation(), header.strip());
        var named = resources(page);
        var beginning = file.reserve();
        file.streamObject(
                beginning, "", begin(place, header.left(), right, named).getBytes(StandardCharsets.US_ASCII));
        var end = ending(place, header.marked(), named);
        file.beginObject(number);
        file.text("<</Type/Page/Parent " + parent + " 0 R/MediaBox[" + number(box.getLowerLeftX()) + " "
                + number(box.getLowerLeftY()) + " " + number(box.getUpperRightX()) + " "
                + number(box.getUpperRightY()) + "]");
        if (page.rotation() != 0) {
            file.text("/Rotate " + page.rotation());
        }
        file.text("/Resources " + named.number() + " 0 R/Contents[" + beginning + " 0 R");
        contents(page.page().getItem(COSName.CONTENTS));
        file.text(" " + end + " 0 R]");
        var group = page.page().getItem(COSName.GROUP);
        if (group != null) {
            file.text("/Group ");
            copy.value(group);
        }
        annotations(page, place);
        file.text(">>");
        file.endObject();
    }

    /** What readers show of the page. */
    private static PDRectangle box(ParsedPages.Leaf page) throws IOException {
        var box = page.box();
        if (box.getWidth() <= STRIP || box.getHeight() <= STRIP) {
            throw new IOException("a page too small to be shown");
        }
        return box;
    }

    private void contents(@Nullable COSBase contents) throws IOException {
        switch (copy.require(contents)) {
            case COSArray several -> {
                for (var i = 0; i < several.size(); i++) {
                    if (copy.require(several.get(i)) instanceof COSDictionary stream) {
                        file.text(" " + copy.number(stream) + " 0 R");
                    }
                }
            }
            case COSDictionary stream -> file.text(" " + copy.number(stream) + " 0 R");
            case null, default -> {} // an empty page
        }
    }

    /** The page's resources and the packet's own; pages that share theirs share these too. */
    private Named resources(ParsedPages.Leaf page) throws IOException {
        var dictionary = page.resources();
        var known = resources.get(dictionary);
        if (known != null) {
            return known;
        }
        var fonts = dictionary(dictionary.getItem(COSName.FONT));
        var objects = dictionary(dictionary.getItem(COSName.XOBJECT));
        var named = new Named(file.reserve(), freeName("RsHeader", fonts), freeName("RsMark", objects));
        file.beginObject(named.number());
        file.text("<<");
        copy.entries(dictionary, Set.of(COSName.FONT, COSName.XOBJECT));
        file.text("/Font<</" + named.font() + " " + furniture.regular() + " 0 R");
        copy.entries(Objects.requireNonNullElseGet(fonts, COSDictionary::new), Set.of());
        file.text(">>/XObject<</" + named.mark() + " " + furniture.mark() + " 0 R");
        copy.entries(Objects.requireNonNullElseGet(objects, COSDictionary::new), Set.of());
        file.text(">>>>");
        file.endObject();
        resources.put(dictionary, named);
        return named;
    }

    private @Nullable COSDictionary dictionary(@Nullable COSBase item) throws IOException {
        return copy.require(item) instanceof COSDictionary dictionary ? dictionary : null;
    }

    private static String freeName(String wish, @Nullable COSDictionary taken) {
        var name = wish;
        for (var more = 2; taken != null && taken.containsKey(name); more++) {
            name = wish + more;
        }
        return name;
    }

    /** The header, drawn before the page can disturb anything, and then room for the page below it. */
    private String begin(Place place, String left, String right, Named named) {
        if (left.isEmpty()) {
            return room(place);
        }
        var width = place.width();
        var top = place.height() - STRIP;
        var rightEnd = width - MARGIN;
        var rightShown = regular.settable(right);
        var rightWidth = regular.width(rightShown, HEADER);
        var leftShown = regular.shortened(regular.settable(left), HEADER, rightEnd - rightWidth - 2 * MARGIN);
        return "q " + matrix(place.upright()) + " cm 0.25 g 0.25 G 0.4 w "
                + number(MARGIN) + " " + number(top + 2) + " m " + number(rightEnd) + " " + number(top + 2) + " l S"
                + shown(leftShown, MARGIN, top + 7, named)
                + shown(rightShown, rightEnd - rightWidth, top + 7, named)
                + " Q\n" + room(place);
    }

    /** What the page draws stays within its place. */
    private static String room(Place place) {
        var box = place.box();
        return "q " + matrix(place.shrink()) + " cm " + number(box.getLowerLeftX()) + " "
                + number(box.getLowerLeftY()) + " " + number(box.getWidth()) + " " + number(box.getHeight())
                + " re W n\n";
    }

    private String shown(String text, float x, float y, Named named) {
        return " BT /" + named.font() + " " + number(HEADER) + " Tf " + number(x) + " " + number(y) + " Td "
                + regular.shown(text) + " Tj ET";
    }

    private int ending(Place place, boolean marked, Named named) throws IOException {
        var mark = new AffineTransform(place.upright());
        mark.scale(place.width() / Furniture.MARK_WIDTH, place.height() / Furniture.MARK_HEIGHT);
        var content = marked ? "\nQ q " + matrix(mark) + " cm /Artifact BMC /" + named.mark() + " Do EMC Q" : "\nQ";
        var known = endings.get(content);
        if (known == null) {
            known = file.reserve();
            file.streamObject(known, "", content.getBytes(StandardCharsets.US_ASCII));
            endings.put(content, known);
        }
        return known;
    }

    private void annotations(ParsedPages.Leaf page, Place place) throws IOException {
        var annotations = page.page().getCOSArray(COSName.ANNOTS);
        if (annotations == null) {
            return;
        }
        file.text("/Annots[");
        for (var i = 0; i < annotations.size(); i++) {
            if (annotations.getObject(i) instanceof COSDictionary annotation
                    && annotation.getCOSArray(COSName.RECT) instanceof COSArray rectangle
                    && rectangle.size() == 4
                    && !NOT_COPIED.contains(
                            Objects.requireNonNullElse(annotation.getNameAsString(COSName.SUBTYPE), ""))) {
                annotation(annotation, rectangle, place);
            }
        }
        file.text("]");
    }

    private void annotation(COSDictionary annotation, COSArray rectangle, Place place) throws IOException {
        file.text("<<");
        copy.entries(annotation, BOUND_TO_DOCUMENT);
        file.text("/Rect[%s]".formatted(shrunk(rectangle, place)));
        var quads = annotation.getCOSArray(COSName.QUADPOINTS);
        if (quads != null && quads.size() % 2 == 0) {
            file.text("/QuadPoints[%s]".formatted(shrunk(quads, place)));
        }
        var action = annotation.getCOSDictionary(COSName.A);
        var kind = action == null ? "" : Objects.requireNonNullElse(action.getNameAsString(COSName.S), "");
        if (action != null
                && kind.equals("URI")
                && action.getDictionaryObject(COSName.URI) instanceof COSString address
                && address.getString().matches("(?i)(https?://|mailto:).*")) {
            file.text("/A<</S/URI/URI ");
            copy.value(address);
            file.text(">>");
        }
        var place1 = annotation.getDictionaryObject(COSName.DEST);
        destination(
                place1 != null
                        ? place1
                        : kind.equals("GoTo") && action != null ? action.getDictionaryObject(COSName.D) : null);
        file.text(">>");
    }

    /** A link within the document leads to the same page of the packet. */
    private void destination(@Nullable COSBase destination) throws IOException {
        var explicit = switch (destination) {
            case COSName name -> document.named(name.getName());
            case COSString name -> document.named(name.getString());
            case COSArray array -> array;
            case null, default -> null;
        };
        if (explicit != null && explicit.size() > 1 && explicit.getObject(0) instanceof COSDictionary page) {
            file.text("/Dest[");
            copy.value(new COSObject(page));
            file.text("/Fit]");
        }
    }

    private static String shrunk(COSArray points, Place place) {
        var text = new StringBuilder();
        for (var i = 0; i + 1 < points.size(); i += 2) {
            var point = place.shrink()
                    .transform(new Point2D.Double(coordinate(points, i), coordinate(points, i + 1)), null);
            text.append(number(point.getX()))
                    .append(' ')
                    .append(number(point.getY()))
                    .append(' ');
        }
        return text.toString().stripTrailing();
    }

    private static double coordinate(COSArray points, int at) {
        return points.getObject(at) instanceof COSNumber number ? number.floatValue() : 0;
    }

    private static String matrix(AffineTransform transform) {
        var values = new double[6];
        transform.getMatrix(values);
        var text = new StringBuilder();
        for (var value : values) {
            text.append(text.isEmpty() ? "" : " ").append(number(value));
        }
        return text.toString();
    }

    /**
     * Where things stand on a page that may be turned.
     *
     * @param width as it is looked at
     * @param height as it is looked at
     * @param upright from the page as it is looked at, its lower left corner being 0, to the page as it is written
     * @param shrink makes room above the page as it is looked at
     */
    private record Place(PDRectangle box, float width, float height, AffineTransform upright, AffineTransform shrink) {

        static Place of(PDRectangle box, int rotation, float strip) throws IOException {
            var w = box.getWidth();
            var h = box.getHeight();
            var turned = rotation % 180 != 0;
            var upright = AffineTransform.getTranslateInstance(box.getLowerLeftX(), box.getLowerLeftY());
            upright.concatenate(
                    switch (Math.floorMod(rotation, 360)) {
                        case 90 -> new AffineTransform(0, 1, -1, 0, w, 0);
                        case 180 -> new AffineTransform(-1, 0, 0, -1, w, h);
                        case 270 -> new AffineTransform(0, -1, 1, 0, 0, h);
                        default -> new AffineTransform();
                    });
            var width = turned ? h : w;
            var height = turned ? w : h;
            var factor = (height - strip) / height;
            var shrink = new AffineTransform(upright);
            shrink.concatenate(new AffineTransform(factor, 0, 0, factor, width * (1 - factor) / 2, 0));
            try {
                shrink.concatenate(upright.createInverse());
            } catch (java.awt.geom.NoninvertibleTransformException e) {
                throw new IOException(e);
            }
            return new Place(box, width, height, upright, shrink);
        }
    }
}
