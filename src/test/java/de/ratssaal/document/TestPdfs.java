package de.ratssaal.document;

import java.awt.Color;
import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionLaunch;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;

/** PDFs as people send them, good and bad. */
public final class TestPdfs {

    private TestPdfs() {}

    @FunctionalInterface
    interface Making {
        void on(PDDocument document) throws IOException;
    }

    static byte[] with(Making making) {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            making.on(document);
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One page for each text. */
    public static byte[] saying(String... texts) {
        return with(document -> addPages(document, texts));
    }

    static byte[] encrypted(String password) {
        return with(document -> {
            addPages(document, "Secret");
            document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
        });
    }

    static byte[] withScript() {
        return with(document -> {
            addPages(document, "Looks harmless");
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('hello')"));
        });
    }

    static byte[] withLaunch() {
        return with(document -> {
            addPages(document, "Click here");
            var launch = new PDActionLaunch();
            launch.getCOSObject().setString(COSName.F, "calc.exe");
            var link = new PDAnnotationLink();
            link.setAction(launch);
            document.getPage(0).getAnnotations().add(link);
            document.getPage(0).setAnnotations(java.util.List.of(link));
        });
    }

    static byte[] embedding(String name) {
        return with(document -> {
            addPages(document, "With an attachment");
            var embedded = new PDEmbeddedFile(document, new java.io.ByteArrayInputStream(new byte[] {1, 2, 3}));
            var specification = new PDComplexFileSpecification();
            specification.setFile(name);
            specification.setFileUnicode(name);
            specification.setEmbeddedFile(embedded);
            var tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(Map.of(name, specification));
            var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            document.getDocumentCatalog().setNames(names);
        });
    }

    static byte[] withProgrammedForm() {
        return with(document -> {
            addPages(document, "Form");
            var form = new COSDictionary();
            form.setItem("XFA", new PDStream(document).getCOSObject());
            document.getDocumentCatalog().getCOSObject().setItem(COSName.ACRO_FORM, form);
        });
    }

    /** A second page that holds one word of so many megabytes. */
    static byte[] unpackingTo(int megabytes) {
        return with(document -> {
            addPages(document, "First");
            var page = new PDPage();
            document.addPage(page);
            var stream = new PDStream(document);
            try (var raw = stream.getCOSObject().createRawOutputStream();
                    var packed = new DeflaterOutputStream(raw)) {
                packed.write('(');
                writeSpaces(packed, megabytes);
            }
            stream.getCOSObject().setItem(COSName.FILTER, COSName.FLATE_DECODE);
            page.setContents(stream);
        });
    }

    /** A file whose very table of objects unpacks to so many megabytes, so that it cannot even be opened. */
    static byte[] unopenable(int megabytes) {
        var packed = new ByteArrayOutputStream();
        var file = new ByteArrayOutputStream();
        try {
            try (var deflater = new DeflaterOutputStream(packed)) {
                writeSpaces(deflater, megabytes);
            }
            file.writeBytes("%PDF-1.7\n".getBytes());
            var start = file.size();
            file.writeBytes(
                    "1 0 obj\n<< /Type /XRef /Size 3 /W [1 2 1] /Root 2 0 R /Filter /FlateDecode /Length %d >>\nstream\n"
                            .formatted(packed.size())
                            .getBytes());
            file.writeBytes(packed.toByteArray());
            file.writeBytes("\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n"
                    .formatted(start)
                    .getBytes());
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] firstHalfOf(byte[] whole) {
        return java.util.Arrays.copyOf(whole, whole.length / 2);
    }

    private static void writeSpaces(OutputStream out, int megabytes) throws IOException {
        var block = " ".repeat(1 << 20).getBytes();
        for (var i = 0; i < megabytes; i++) {
            out.write(block);
        }
    }

    static void addPages(PDDocument document, String... texts) throws IOException {
        for (var text : texts) {
            var page = new PDPage();
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(72, 700);
                content.showText(text);
                content.endText();
            }
        }
    }

    /** A page that is a picture of words. */
    static void addScan(PDDocument document, String words) throws IOException {
        var picture = new BufferedImage(1240, 1754, BufferedImage.TYPE_BYTE_GRAY);
        var canvas = picture.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, 1240, 1754);
        canvas.setColor(Color.BLACK);
        canvas.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 44));
        canvas.drawString(words, 120, 300);
        canvas.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        var page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (var content = new PDPageContentStream(document, page)) {
            content.drawImage(LosslessFactory.createFromImage(document, picture), 0, 0, 595, 842);
        }
    }
}
