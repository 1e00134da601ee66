package de.ratssaal.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** A small attachment of the demo city: one page with a title and a text. */
final class DemoPdf {

    private static final float MARGIN = 72;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float TITLE_SIZE = 18;
    private static final float TEXT_SIZE = 11;
    private static final float LEADING = 16;

    private DemoPdf() {}

    static byte[] of(String title, String paper, String text) {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            document.getDocumentInformation().setTitle(title);
            document.getDocumentCatalog().setLanguage("de-DE");
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            var bold = new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD);
            var plain = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setLeading(LEADING);
                content.newLineAtOffset(MARGIN, PDRectangle.A4.getHeight() - MARGIN);
                write(content, plain, TEXT_SIZE, "Stadt Lindenau – Anlage zur Vorlage");
                write(content, plain, TEXT_SIZE, paper);
                content.newLine();
                write(content, bold, TITLE_SIZE, title);
                content.newLine();
                for (var paragraph : text.lines().toList()) {
                    write(content, plain, TEXT_SIZE, paragraph);
                    content.newLine();
                }
                write(content, plain, TEXT_SIZE, "Alle Angaben in dieser Anlage sind erfunden.");
                content.endText();
            }
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(PDPageContentStream content, PDFont font, float size, String text) throws IOException {
        content.setFont(font, size);
        for (var line : lines(font, size, text)) {
            content.showText(line);
            content.newLine();
        }
    }

    private static List<String> lines(PDFont font, float size, String text) throws IOException {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : text.split(" ")) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && font.getStringWidth(longer) / 1000 * size > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
