package de.ratssaal.document;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a PDF page by page, or draws one page for recognition. The main class of a process of its own: a file
 * made to exhaust memory or time ends this process and nothing else.
 *
 * <p>Arguments: {@code text}, the PDF, the most characters, the most milliseconds, the file to write; or {@code picture}, the
 * PDF, the number of the page, the PNG to write.
 */
final class PageReader {

    private static final int END = -1;
    private static final int MOST_PAGES = 20_000;
    private static final int SMALLEST_SCAN = 100;
    private static final int DEEPEST = 6;
    private static final float DPI = 300;
    private static final double MOST_PIXELS = 30_000_000;

    private PageReader() {}

    public static void main(String[] arguments) throws IOException {
        var pdf = new File(arguments[1]);
        if (arguments[0].equals("text")) {
            writeText(pdf, Integer.parseInt(arguments[2]), Long.parseLong(arguments[3]), new File(arguments[4]));
        } else {
            draw(pdf, Integer.parseInt(arguments[2]), new File(arguments[3]));
        }
    }

    /**
     * What was read.
     *
     * @param gap why pages are missing at the end, or text of the last; none if all are there
     */
    record Pages(List<FileText.Page> pages, FileText.@Nullable Gap gap) {}

    /** Reads what was written, as far as it was written: the process may have been ended. */
    static Pages read(Path written) throws IOException {
        var pages = new ArrayList<FileText.Page>();
        try (var in = new DataInputStream(new BufferedInputStream(new FileInputStream(written.toFile())))) {
            for (var origin = in.readByte(); origin != END; origin = in.readByte()) {
                var bytes = new byte[in.readInt()];
                in.readFully(bytes);
                pages.add(new FileText.Page(
                        pages.size() + 1, FileText.Origin.values()[origin], new String(bytes, StandardCharsets.UTF_8)));
            }
            var gap = in.readByte();
            return new Pages(pages, gap == END ? null : FileText.Gap.values()[gap]);
        } catch (EOFException e) { // it was ended before its time
            return new Pages(pages, FileText.Gap.TOO_LONG);
        }
    }

    private static void writeText(File pdf, int maxText, long millis, File target) throws IOException {
        var until = System.nanoTime() + millis * 1_000_000;
        try (var document = Loader.loadPDF(pdf);
                var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(target)))) {
            var left = maxText;
            var gap = END;
            var stripper = new PDFTextStripper();
            for (var number = 1; number <= document.getNumberOfPages(); number++) {
                if (System.nanoTime() > until) {
                    gap = FileText.Gap.TOO_LONG.ordinal();
                    break;
                }
                if (left == 0 || number > MOST_PAGES) {
                    gap = FileText.Gap.TOO_MUCH.ordinal();
                    break;
                }
                var page = page(document, stripper, number);
                var text = page.text().substring(0, Math.min(left, page.text().length()));
                if (text.length() < page.text().length()) {
                    gap = FileText.Gap.TOO_MUCH.ordinal();
                }
                left -= text.length();
                var bytes = text.getBytes(StandardCharsets.UTF_8);
                out.writeByte(page.origin().ordinal());
                out.writeInt(bytes.length);
                out.write(bytes);
                out.flush();
            }
            out.writeByte(END);
            out.writeByte(gap);
        }
    }

    private static FileText.Page page(PDDocument document, PDFTextStripper stripper, int number) {
        try {
            stripper.setStartPage(number);
            stripper.setEndPage(number);
            var text = stripper.getText(document);
            if (!ExtractedText.saysNothing(text)) {
                return new FileText.Page(number, FileText.Origin.TEXT, text);
            }
            var resources = document.getPage(number - 1).getResources();
            var isScan = resources != null && hasPicture(resources, 0, seen());
            return new FileText.Page(number, isScan ? FileText.Origin.SCAN : FileText.Origin.EMPTY, "");
        } catch (IOException | RuntimeException e) { // fonts from which no text can be read
            return new FileText.Page(number, FileText.Origin.UNREADABLE, "");
        }
    }

    private static Set<COSBase> seen() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    private static boolean hasPicture(PDResources resources, int depth, Set<COSBase> seen) throws IOException {
        for (var name : resources.getXObjectNames()) {
            var object = resources.getXObject(name);
            if (object == null || !seen.add(object.getCOSObject())) {
                continue;
            }
            if (object instanceof PDImageXObject image
                    && image.getWidth() >= SMALLEST_SCAN
                    && image.getHeight() >= SMALLEST_SCAN) {
                return true;
            }
            if (object instanceof PDFormXObject form
                    && depth < DEEPEST
                    && form.getResources() != null
                    && hasPicture(form.getResources(), depth + 1, seen)) {
                return true;
            }
        }
        return false;
    }

    private static void draw(File pdf, int number, File target) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var box = document.getPage(number - 1).getCropBox();
            var dpi = Math.min(
                    DPI, 72 * Math.sqrt(MOST_PIXELS / Math.max(1.0, (double) box.getWidth() * box.getHeight())));
            var picture = new PDFRenderer(document).renderImageWithDPI(number - 1, (float) dpi, ImageType.GRAY);
            if (!ImageIO.write(picture, "png", target)) {
                throw new IOException("no writer for PNG");
            }
        }
    }
}
