package de.ratssaal.document;

import java.awt.Color;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationPopup;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.util.Matrix;

/**
 * Takes content out of a PDF (ADR 0091). The main class of a process of its own, like {@link PdfExaminer}.
 *
 * <p>Arguments: what to do, the file, and for {@code redact} and {@code find} a file with the orders, for {@code redact} the
 * file to write, for {@code show} page and dots per inch. Output: one of {@link Verdict} as a byte, then what was asked for.
 */
final class PdfRedactor {

    /** What came of it; the order is that of the bytes. */
    enum Verdict {
        DONE,
        UNREADABLE,
        /** Something of what was to go is still there; nothing was made. */
        LEFT_OVER
    }

    private static final float RASTER_DPI = 200;
    private static final float COMPARED_DPI = 40;
    private static final double TOLERATED = 0.004;
    private static final int TOLERATED_SHADE = 64;
    private static final Set<String> OF_PAGES = Set.of(
            "Type",
            "Parent",
            "MediaBox",
            "CropBox",
            "TrimBox",
            "BleedBox",
            "ArtBox",
            "Rotate",
            "UserUnit",
            "Contents",
            "Resources",
            "Annots",
            "Group");
    private static final Set<String> OF_CATALOG = Set.of("Type", "Pages", "Lang", "PageLayout", "OutputIntents");

    private PdfRedactor() {}

    public static void main(String[] arguments) throws IOException {
        ImageIO.setUseCache(false); // no page is written to disk on the way
        try (var answer = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)))) {
            var file = new File(arguments[1]);
            switch (arguments[0]) {
                case "find" -> find(file, Orders.of(Path.of(arguments[2])), answer);
                case "redact" -> redact(file, Orders.of(Path.of(arguments[2])), new File(arguments[3]), answer);
                case "show" -> show(file, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3]), answer);
                default -> throw new IllegalArgumentException(arguments[0]);
            }
        }
    }

    /**
     * What is to be taken out or found. In a file, not among the arguments, which everybody on the machine can read.
     *
     * @param label what stands on the bars
     */
    record Orders(List<RedactionArea> areas, List<String> words, String label) {

        Orders {
            areas = List.copyOf(areas);
            words = List.copyOf(words);
        }

        void write(Path file) throws IOException {
            var lines = new ArrayList<String>();
            areas.forEach(it ->
                    lines.add("area %d %s %s %s %s".formatted(it.page(), it.x(), it.y(), it.width(), it.height())));
            words.forEach(it -> lines.add("word " + packed(it)));
            lines.add("label " + packed(label));
            Files.write(file, lines);
        }

        static Orders of(Path file) throws IOException {
            var areas = new ArrayList<RedactionArea>();
            var words = new ArrayList<String>();
            var label = "";
            for (var line : Files.readAllLines(file)) {
                var parts = line.split(" ", -1);
                switch (parts[0]) {
                    case "area" ->
                        areas.add(new RedactionArea(
                                Integer.parseInt(parts[1]),
                                Float.parseFloat(parts[2]),
                                Float.parseFloat(parts[3]),
                                Float.parseFloat(parts[4]),
                                Float.parseFloat(parts[5])));
                    case "word" -> words.add(unpacked(parts[1]));
                    default -> label = unpacked(parts[1]);
                }
            }
            return new Orders(areas, words, label);
        }

        private static String packed(String text) {
            return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        }

        private static String unpacked(String text) {
            return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
        }

        List<RedactionArea> on(int page) {
            return areas.stream().filter(it -> it.page() == page).toList();
        }
    }

    // --- showing and finding
    // ----------------------------------------------------------------------------------------------

    static void show(File file, int page, int dpi, DataOutputStream answer) throws IOException {
        try (var document = Loader.loadPDF(file)) {
            var picture = new PDFRenderer(document).renderImageWithDPI(page - 1, dpi, ImageType.RGB);
            answer.writeByte(Verdict.DONE.ordinal());
            ImageIO.write(picture, "png", answer);
        } catch (RuntimeException e) {
            answer.writeByte(Verdict.UNREADABLE.ordinal());
        }
    }

    static void find(File file, Orders orders, DataOutputStream answer) throws IOException {
        var found = new ArrayList<RedactionArea>();
        var sizes = new ArrayList<Rectangle2D>();
        try (var document = Loader.loadPDF(file)) {
            for (var number = 1; number <= document.getNumberOfPages(); number++) {
                var page = document.getPage(number - 1);
                var toShown = PageAreas.toShown(page);
                var box = page.getCropBox();
                sizes.add(toShown.createTransformedShape(new Rectangle2D.Double(
                                box.getLowerLeftX(), box.getLowerLeftY(), box.getWidth(), box.getHeight()))
                        .getBounds2D());
                if (orders.words().isEmpty()) {
                    continue;
                }
                var glyphs = PageGlyphs.of(page);
                for (var word : orders.words()) {
                    for (var it : glyphs.find(word, toShown)) {
                        found.add(new RedactionArea(
                                number, (float) it.getX(), (float) it.getY(), (float) it.getWidth(), (float)
                                        it.getHeight()));
                    }
                }
            }
        } catch (RuntimeException e) {
            answer.writeByte(Verdict.UNREADABLE.ordinal());
            return;
        }
        answer.writeByte(Verdict.DONE.ordinal());
        answer.writeInt(sizes.size());
        for (var it : sizes) {
            answer.writeFloat((float) it.getWidth());
            answer.writeFloat((float) it.getHeight());
        }
        answer.writeInt(found.size());
        for (var it : found) {
            answer.writeInt(it.page());
            answer.writeFloat(it.x());
            answer.writeFloat(it.y());
            answer.writeFloat(it.width());
            answer.writeFloat(it.height());
        }
    }

    // --- redacting
    // --------------------------------------------------------------------------------------------------------

    static void redact(File file, Orders orders, File target, DataOutputStream answer) throws IOException {
        var yield = new RedactionYield();
        var flattened = new TreeSet<Integer>();
        try (var original = Loader.loadPDF(file);
                var document = Loader.loadPDF(file)) {
            document.setAllSecurityToBeRemoved(true);
            var forms = new IdentityHashMap<COSBase, PDFormXObject>();
            for (var number = 1; number <= document.getNumberOfPages(); number++) {
                if (!rewrite(original, document, number, orders, yield, forms)) {
                    flatten(original, document, number, orders);
                    flattened.add(number);
                }
                strip(document.getPage(number - 1), orders.on(number));
            }
            strip(document);
            dropDrawings(yield.keptDrawings());
            for (var number = 1; number <= document.getNumberOfPages(); number++) {
                drawBars(document, number, orders);
            }
            document.save(target);
        } catch (RuntimeException e) {
            answer.writeByte(Verdict.UNREADABLE.ordinal());
            return;
        }
        if (!new RedactionCheck(target, orders, yield.words()).nothingIsLeft()) {
            Files.deleteIfExists(target.toPath());
            answer.writeByte(Verdict.LEFT_OVER.ordinal());
            return;
        }
        answer.writeByte(Verdict.DONE.ordinal());
        answer.writeInt(yield.letters());
        answer.writeInt(yield.imagesBlackened());
        answer.writeInt(yield.imagesRemoved());
        answer.writeInt(yield.shapes());
        answer.writeInt(flattened.size());
        for (var page : flattened) {
            answer.writeInt(page);
        }
    }

    /** @return false if the page cannot be taken apart with certainty, or looks otherwise than before beside its areas */
    private static boolean rewrite(
            PDDocument original,
            PDDocument document,
            int number,
            Orders orders,
            RedactionYield yield,
            Map<COSBase, PDFormXObject> forms)
            throws IOException {
        var page = document.getPage(number - 1);
        try {
            drawAnnotations(document, page);
            new PageRewriter(document, page, PageAreas.of(page, orders.on(number)), yield, forms, hidesLayers(original))
                    .rewrite();
            return looksAsBefore(original, document, number, orders.on(number));
        } catch (PageRewriter.NotCertain e) {
            return false;
        } catch (IOException | RuntimeException e) {
            return false; // a page that cannot be read as it is written can still be shown
        }
    }

    private static boolean hidesLayers(PDDocument document) {
        var catalog = document.getDocumentCatalog();
        var layers = catalog.getCOSObject().getDictionaryObject(COSName.OCPROPERTIES);
        if (!(layers instanceof COSDictionary dictionary)
                || !(dictionary.getDictionaryObject(COSName.D) instanceof COSDictionary shown)) {
            return layers != null;
        }
        return shown.getDictionaryObject(COSName.OFF) instanceof COSArray off && off.size() > 0
                || COSName.OFF.equals(shown.getDictionaryObject(COSName.BASE_STATE))
                || shown.containsKey(COSName.AS);
    }

    /** What annotations and form fields show becomes part of the page, and is then read like the rest of it. */
    private static void drawAnnotations(PDDocument document, PDPage page) throws IOException {
        try (var content = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
            for (var annotation : page.getAnnotations()) {
                var look = annotation.getNormalAppearanceStream();
                if (look == null
                        || annotation.isHidden()
                        || annotation.isNoView()
                        || annotation instanceof PDAnnotationPopup
                        || look.getBBox() == null
                        || annotation.getRectangle() == null) {
                    continue;
                }
                content.saveGraphicsState();
                content.transform(new Matrix(placed(annotation.getRectangle(), look.getBBox(), look.getMatrix())));
                content.drawForm(look);
                content.restoreGraphicsState();
            }
        }
    }

    /** As PDF says where an appearance is drawn: its box, turned by its matrix, fills the rectangle. */
    private static AffineTransform placed(PDRectangle rectangle, PDRectangle box, Matrix matrix) {
        var turned = matrix.createAffineTransform()
                .createTransformedShape(new Rectangle2D.Double(
                        box.getLowerLeftX(), box.getLowerLeftY(), box.getWidth(), box.getHeight()))
                .getBounds2D();
        var placed = AffineTransform.getTranslateInstance(rectangle.getLowerLeftX(), rectangle.getLowerLeftY());
        if (turned.getWidth() > 0 && turned.getHeight() > 0) {
            placed.scale(rectangle.getWidth() / turned.getWidth(), rectangle.getHeight() / turned.getHeight());
        }
        placed.translate(-turned.getX(), -turned.getY());
        return placed;
    }

    private static boolean looksAsBefore(
            PDDocument original, PDDocument document, int number, List<RedactionArea> areas) throws IOException {
        var before = rendered(original, number, COMPARED_DPI, areas);
        var after = rendered(document, number, COMPARED_DPI, areas);
        if (before.getWidth() != after.getWidth() || before.getHeight() != after.getHeight()) {
            return false;
        }
        var different = 0;
        for (var y = 0; y < before.getHeight(); y++) {
            for (var x = 0; x < before.getWidth(); x++) {
                if (Math.abs(shade(before.getRGB(x, y)) - shade(after.getRGB(x, y))) > TOLERATED_SHADE) {
                    different++;
                }
            }
        }
        return different <= TOLERATED * before.getWidth() * before.getHeight();
    }

    private static int shade(int rgb) {
        var color = new Color(rgb);
        return (color.getRed() + color.getGreen() + color.getBlue()) / 3;
    }

    /** The page as it is shown, with its areas black and, for comparing, a little more. */
    private static BufferedImage rendered(PDDocument document, int number, float dpi, List<RedactionArea> areas)
            throws IOException {
        var picture = new PDFRenderer(document).renderImageWithDPI(number - 1, dpi, ImageType.RGB);
        var canvas = picture.createGraphics();
        canvas.setColor(Color.BLACK);
        var scale = dpi / 72;
        for (var it : areas) {
            canvas.fillRect(
                    (int) Math.floor(it.x() * scale) - 1,
                    (int) Math.floor(it.y() * scale) - 1,
                    (int) Math.ceil(it.width() * scale) + 3,
                    (int) Math.ceil(it.height() * scale) + 3);
        }
        canvas.dispose();
        return picture;
    }

    /** The page becomes a picture of itself, made of what is black already. */
    private static void flatten(PDDocument original, PDDocument document, int number, Orders orders)
            throws IOException {
        var picture = rendered(original, number, RASTER_DPI, orders.on(number));
        var page = document.getPage(number - 1);
        var shown = PageAreas.toShown(page)
                .createTransformedShape(new Rectangle2D.Double(
                        page.getCropBox().getLowerLeftX(),
                        page.getCropBox().getLowerLeftY(),
                        page.getCropBox().getWidth(),
                        page.getCropBox().getHeight()))
                .getBounds2D();
        var box = new PDRectangle((float) shown.getWidth(), (float) shown.getHeight());
        page.setRotation(0);
        page.setMediaBox(box);
        page.setCropBox(box);
        List.of("TrimBox", "BleedBox", "ArtBox", "Group")
                .forEach(it -> page.getCOSObject().removeItem(COSName.getPDFName(it)));
        page.setResources(new PDResources());
        page.setAnnotations(List.of());
        try (var content =
                new PDPageContentStream(document, page, PDPageContentStream.AppendMode.OVERWRITE, true, false)) {
            content.drawImage(
                    LosslessFactory.createFromImage(document, picture), 0, 0, box.getWidth(), box.getHeight());
        }
    }

    /** Of the page only what it needs to be shown; of its annotations only links that lead elsewhere or to a page. */
    private static void strip(PDPage page, List<RedactionArea> areas) throws IOException {
        var covered = PageAreas.of(page, areas);
        var links = new ArrayList<PDAnnotation>();
        for (var annotation : page.getAnnotations()) {
            if (annotation instanceof PDAnnotationLink link
                    && link.getRectangle() != null
                    && !covered.touch(new Rectangle2D.Float(
                            link.getRectangle().getLowerLeftX(),
                            link.getRectangle().getLowerLeftY(),
                            link.getRectangle().getWidth(),
                            link.getRectangle().getHeight()))) {
                links.addAll(bare(link));
            }
        }
        var inherited = List.of(COSName.MEDIA_BOX, COSName.CROP_BOX);
        page.setMediaBox(page.getMediaBox());
        page.setCropBox(page.getCropBox());
        page.setRotation(page.getRotation());
        for (var key : List.copyOf(page.getCOSObject().keySet())) {
            if (!OF_PAGES.contains(key.getName()) && !inherited.contains(key)) {
                page.getCOSObject().removeItem(key);
            }
        }
        for (var parent = page.getCOSObject().getCOSDictionary(COSName.PARENT);
                parent != null;
                parent = parent.getCOSDictionary(COSName.PARENT)) {
            parent.removeItem(COSName.RESOURCES);
            parent.removeItem(COSName.getPDFName("PieceInfo"));
        }
        page.getCOSObject().removeItem(COSName.ANNOTS);
        if (!links.isEmpty()) {
            page.setAnnotations(links);
        }
    }

    /** A new link with nothing but its place and the address it leads to. */
    private static List<PDAnnotation> bare(PDAnnotationLink link) {
        if (link.getAction() instanceof org.apache.pdfbox.pdmodel.interactive.action.PDActionURI address
                && address.getURI() != null) {
            var bare = new PDAnnotationLink();
            bare.setRectangle(link.getRectangle());
            var action = new org.apache.pdfbox.pdmodel.interactive.action.PDActionURI();
            action.setURI(address.getURI());
            bare.setAction(action);
            bare.getCOSObject().setItem(COSName.BORDER, noBorder());
            return List.of(bare);
        }
        return List.of();
    }

    private static COSArray noBorder() {
        return COSArray.ofCOSIntegers(List.of(0, 0, 0));
    }

    /** Of the document only its pages: titles, bookmarks, names, tags, attachments and forms may repeat what goes. */
    private static void strip(PDDocument document) {
        var catalog = document.getDocumentCatalog().getCOSObject();
        for (var key : List.copyOf(catalog.keySet())) {
            if (!OF_CATALOG.contains(key.getName())) {
                catalog.removeItem(key);
            }
        }
        document.getDocument().getTrailer().removeItem(COSName.INFO);
        document.getDocument().getTrailer().removeItem(COSName.ID);
    }

    /** Letters that are drawings, and are not shown any more, may be pictures of words. */
    private static void dropDrawings(Map<COSDictionary, Set<String>> kept) throws IOException {
        for (var font : kept.entrySet()) {
            if (!(font.getKey().getDictionaryObject(COSName.CHAR_PROCS) instanceof COSDictionary drawings)) {
                continue;
            }
            var programs = new StringBuilder();
            for (var name : List.copyOf(drawings.keySet())) {
                if (!font.getValue().contains(name.getName())) {
                    drawings.removeItem(name);
                } else if (drawings.getDictionaryObject(name) instanceof COSStream program) {
                    try (var bytes = program.createInputStream()) {
                        programs.append(new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1))
                                .append(' ');
                    }
                }
            }
            if (font.getKey().getDictionaryObject(COSName.RESOURCES) instanceof COSDictionary resources
                    && resources.getDictionaryObject(COSName.XOBJECT) instanceof COSDictionary objects) {
                List.copyOf(objects.keySet()).stream()
                        .filter(it -> programs.indexOf("/" + it.getName()) < 0)
                        .forEach(objects::removeItem);
            }
        }
    }

    private static void drawBars(PDDocument document, int number, Orders orders) throws IOException {
        var page = document.getPage(number - 1);
        var areas = orders.on(number);
        if (areas.isEmpty()) {
            return;
        }
        var font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
        try (var content = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
            content.transform(new Matrix(PageAreas.fromShown(page)));
            content.setNonStrokingColor(Color.BLACK);
            for (var it : areas) {
                content.addRect(it.x(), it.y(), it.width(), it.height());
                content.fill();
            }
            content.setNonStrokingColor(Color.WHITE);
            for (var it : areas) {
                var size = Math.min(8, it.height() * 0.7f);
                var width = font.getStringWidth(orders.label()) / 1000 * size;
                if (!orders.label().isEmpty() && size >= 4 && width < it.width() - 2) {
                    content.beginText();
                    content.setFont(font, size);
                    // the page as it is shown counts downwards, letters upwards
                    content.setTextMatrix(new Matrix(
                            1, 0, 0, -1, it.x() + (it.width() - width) / 2, it.y() + it.height() / 2 + size * 0.35f));
                    content.showText(orders.label());
                    content.endText();
                }
            }
        }
    }
}
