package de.ratssaal.document;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;

/**
 * Puts images on pages of A4, upright or lying as they are. The main class of a process of its own: an image may be made to
 * exhaust memory.
 *
 * <p>Arguments: the image, its {@link FileType}, the PDF to be written.
 */
final class ImagePages {

    private static final float MARGIN = 28;

    private final PDDocument document;

    private ImagePages(PDDocument document) {
        this.document = document;
    }

    public static void main(String[] arguments) throws IOException {
        var image = new File(arguments[0]);
        try (var document = new PDDocument()) {
            var pages = new ImagePages(document);
            switch (FileType.valueOf(arguments[1])) {
                case TIFF -> pages.addEach(image);
                case JPEG -> {
                    var bytes = Files.readAllBytes(image.toPath());
                    pages.add(PDImageXObject.createFromByteArray(document, bytes, "image"), ExifOrientation.of(bytes));
                }
                case PNG ->
                    pages.add(
                            PDImageXObject.createFromByteArray(document, Files.readAllBytes(image.toPath()), "image"),
                            1);
                case PDF, ODT, ODS, ODP, DOCX, XLSX, PPTX, DOC, XLS, PPT, RTF, TEXT ->
                    throw new IOException("no image: " + arguments[1]);
            }
            document.save(arguments[2]);
        }
    }

    private void addEach(File tiff) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName("tiff").next();
        try (var input = ImageIO.createImageInputStream(tiff)) {
            reader.setInput(input, false, true);
            var count = reader.getNumImages(true);
            for (var number = 0; number < count; number++) {
                add(LosslessFactory.createFromImage(document, plain(reader.read(number))), 1);
            }
        } finally {
            reader.dispose();
        }
    }

    /** Scanners write colour models that PDF does not know. */
    private static BufferedImage plain(BufferedImage image) {
        if (image.getType() != BufferedImage.TYPE_CUSTOM) {
            return image;
        }
        var plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var canvas = plain.createGraphics();
        canvas.drawImage(image, 0, 0, java.awt.Color.WHITE, null);
        canvas.dispose();
        return plain;
    }

    /** @param orientation how the camera was held, as in EXIF: 1 for upright */
    private void add(PDImageXObject image, int orientation) throws IOException {
        var isTurned = orientation >= 5;
        var width = isTurned ? image.getHeight() : image.getWidth();
        var height = isTurned ? image.getWidth() : image.getHeight();
        var a4 = PDRectangle.A4;
        var sheet = width > height ? new PDRectangle(a4.getHeight(), a4.getWidth()) : a4;
        var factor = Math.min((sheet.getWidth() - 2 * MARGIN) / width, (sheet.getHeight() - 2 * MARGIN) / height);
        var page = new PDPage(sheet);
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            content.transform(new Matrix(
                    width * factor,
                    0,
                    0,
                    height * factor,
                    (sheet.getWidth() - width * factor) / 2,
                    (sheet.getHeight() - height * factor) / 2));
            content.transform(upright(orientation));
            content.drawImage(image, 0, 0, 1, 1);
        }
    }

    /** Turns and mirrors the unit square as EXIF says. */
    private static Matrix upright(int orientation) {
        return switch (orientation) {
            case 2 -> new Matrix(-1, 0, 0, 1, 1, 0);
            case 3 -> new Matrix(-1, 0, 0, -1, 1, 1);
            case 4 -> new Matrix(1, 0, 0, -1, 0, 1);
            case 5 -> new Matrix(0, -1, -1, 0, 1, 1);
            case 6 -> new Matrix(0, -1, 1, 0, 0, 1);
            case 7 -> new Matrix(0, 1, 1, 0, 0, 0);
            case 8 -> new Matrix(0, 1, -1, 0, 1, 0);
            default -> new Matrix();
        };
    }
}
