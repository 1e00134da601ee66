package de.ratssaal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What is redacted is not in the file any more")
class PdfRedactorTest {

    static final String SECRET = "Geheimrat Wolkenstein";
    static final PDType1Font HELVETICA = new PDType1Font(Standard14Fonts.FontName.HELVETICA);

    @TempDir
    Path folder;

    @Test
    void textIsGoneAndWhatStandsBesideItStaysWhereItWas() throws IOException {
        var redacted = redactWord(
                pdf(document -> write(page(document), document, 72, 700, "Vor " + SECRET + " und danach")), SECRET);

        assertThat(text(redacted.file())).contains("Vor").contains("und danach").doesNotContain("Wolken");
        nothingIsLeftOf("Wolkenstein", redacted.file());
        assertThat(redacted.flattened()).isEmpty();
        assertThat(redacted.letters()).isGreaterThanOrEqualTo(SECRET.length() - 1);
        try (var before = Loader.loadPDF(redacted.original().toFile());
                var after = Loader.loadPDF(redacted.file().toFile())) {
            assertThat(x(after, "danach")).isCloseTo(x(before, "danach"), within(0.01));
        }
    }

    @Test
    void aWordSetLetterByLetterAndKernedIsFoundAndGone() throws IOException {
        var pdf = pdf(document -> {
            var page = page(document);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(HELVETICA, 12);
                content.newLineAtOffset(72, 700);
                content.showTextWithPositioning(new Object[] {"Wol", -40f, "ken", 30f, "stein", -500f, "bleibt"});
                content.endText();
                var x = 72f;
                for (var letter : "Wolkenstein".split("")) {
                    content.beginText();
                    content.newLineAtOffset(x, 600);
                    content.showText(letter);
                    content.endText();
                    x += 8;
                }
            }
        });

        var redacted = redactWord(pdf, "wolkenstein");

        assertThat(text(redacted.file())).contains("bleibt").doesNotContainIgnoringCase("stein");
        nothingIsLeftOf("Wolkenstein", redacted.file());
    }

    @Test
    void ligaturesAndSubsetFontsHideNothing() throws IOException {
        var pdf = pdf(document -> {
            var page = page(document);
            try (var font = getClass()
                            .getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf");
                    var content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(PDType0Font.load(document, font), 12);
                content.newLineAtOffset(72, 700);
                content.showText("Die \ufb01nanzielle Lage");
                content.endText();
            }
        });

        var redacted = redactWord(pdf, "finanzielle");

        assertThat(text(redacted.file())).contains("Die").contains("Lage").doesNotContain("nanzielle");
        nothingIsLeftOf("nanzielle", redacted.file());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 90, 180, 270})
    void onTurnedAndCroppedPagesToo(int rotation) throws IOException {
        var pdf = pdf(document -> {
            var page = page(document);
            page.setRotation(rotation);
            page.setCropBox(new PDRectangle(50, 100, 400, 650));
            write(page, document, 72, 700, "Vor " + SECRET + " danach");
            write(page, document, 60, 20, "Abgeschnittenes");
        });

        var redacted = redactWord(pdf, SECRET);

        assertThat(PageGlyphs.plain(text(redacted.file()))).contains("danach").doesNotContain("wolken");
        nothingIsLeftOf("Wolkenstein", redacted.file());
        nothingIsLeftOf("Abgeschnittenes", redacted.file());
        assertThat(redacted.flattened()).isEmpty();
    }

    @Test
    void inFormsThatTwoPagesShareItIsGoneOnThePageThatWasMeantAndThereOnTheOther() throws IOException {
        var pdf = pdf(document -> {
            var form = new PDFormXObject(document);
            form.setBBox(new PDRectangle(300, 50));
            form.setResources(new PDResources());
            form.getResources().put(COSName.getPDFName("F1"), HELVETICA);
            try (var out = form.getContentStream().createOutputStream()) {
                out.write("BT /F1 12 Tf 10 10 Td (Briefkopf Wolkenstein) Tj ET".getBytes());
            }
            for (var i = 0; i < 2; i++) {
                var page = page(document);
                try (var content = new PDPageContentStream(document, page)) {
                    content.transform(org.apache.pdfbox.util.Matrix.getTranslateInstance(72, 600));
                    content.drawForm(form);
                }
            }
        });

        var redacted = redact(pdf, List.of(new RedactionArea(1, 60, 170, 300, 40)));

        try (var document = Loader.loadPDF(redacted.file().toFile())) {
            assertThat(text(document, 1)).doesNotContain("Wolkenstein").doesNotContain("Briefkopf");
            assertThat(text(document, 2)).contains("Briefkopf Wolkenstein");
        }
        assertThat(redacted.flattened()).isEmpty();
    }

    @Test
    void invisibleAndClippedTextIsGone() throws IOException {
        var pdf = pdf(document -> {
            var page = page(document);
            try (var content = new PDPageContentStream(document, page)) {
                content.addRect(72, 690, 20, 20);
                content.clip();
                content.beginText();
                content.setFont(HELVETICA, 12);
                content.setRenderingMode(RenderingMode.NEITHER);
                content.newLineAtOffset(72, 700);
                content.showText(SECRET);
                content.endText();
            }
        });

        var redacted = redactWord(pdf, SECRET);

        nothingIsLeftOf("Wolkenstein", redacted.file());
        assertThat(text(redacted.file())).doesNotContain("Wolken");
    }

    @Test
    void lettersThatAreDrawingsAreGoneWithTheirDrawings() throws IOException {
        var pdf = pdf(document -> {
            var page = page(document);
            var font = type3(
                    document,
                    Map.of(
                            "a",
                            "(Wolkenstein) pop 600 0 0 0 500 700 d1 0 0 500 700 re f",
                            "b",
                            "600 0 0 0 500 700 d1 0 0 300 300 re f"));
            page.setResources(new PDResources());
            page.getResources().getCOSObject().setItem(COSName.FONT, new COSDictionary());
            page.getResources().getCOSObject().getCOSDictionary(COSName.FONT).setItem(COSName.getPDFName("T3"), font);
            var stream = new PDStream(document);
            try (var out = stream.createOutputStream()) {
                out.write("BT /T3 20 Tf 72 700 Td (a) Tj ET BT /T3 20 Tf 72 500 Td (b) Tj ET".getBytes());
            }
            page.setContents(stream);
        });

        var redacted = redact(pdf, List.of(new RedactionArea(1, 60, 60, 60, 40)));

        nothingIsLeftOf("Wolkenstein", redacted.file());
        try (var document = Loader.loadPDF(redacted.file().toFile())) {
            assertThat(raw(document)).contains("0 0 300 300 re").doesNotContain("0 0 500 700 re");
        }
    }

    @Test
    void thePixelsOfAnImageAreBlackAndTheRestOfItIsAsBefore() throws IOException {
        var pdf = pdf(document -> {
            var page = page(document);
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(LosslessFactory.createFromImage(document, stripes()), 100, 500, 200, 200);
                content.drawImage(JPEGFactory.createFromImage(document, stripes()), 100, 200, 200, 200);
            }
        });
        // the upper half of both
        var redacted =
                redact(pdf, List.of(new RedactionArea(1, 100, 92, 200, 100), new RedactionArea(1, 100, 392, 200, 100)));

        assertThat(redacted.images()).isEqualTo(2);
        try (var document = Loader.loadPDF(redacted.file().toFile())) {
            var images = images(document);
            assertThat(images).hasSize(2);
            for (var image : images) {
                for (var x = 0; x < image.getWidth(); x += 7) {
                    assertThat(new Color(image.getRGB(x, 50)).getRed())
                            .as("covered")
                            .isLessThan(20);
                    assertThat(new Color(image.getRGB(x, 50)).getGreen()).isLessThan(20);
                }
                assertThat(new Color(image.getRGB(10, 250)).getRed()).isGreaterThan(200);
            }
        }
    }

    @Test
    void anImageOfAnotherPageAndUnusedOnesAreNotKept() throws IOException {
        var pdf = pdf(document -> {
            var unused = LosslessFactory.createFromImage(document, stripes());
            var resources = new PDResources();
            resources.put(COSName.getPDFName("Unused"), unused);
            resources.put(COSName.getPDFName("F1"), HELVETICA);
            for (var i = 0; i < 2; i++) {
                var page = page(document);
                page.setResources(resources);
                var stream = new PDStream(document);
                try (var out = stream.createOutputStream()) {
                    out.write(
                            (i == 0 ? "q 200 0 0 200 100 500 cm /Unused Do Q " : "BT /F1 12 Tf 72 700 Td (Zwei) Tj ET")
                                    .getBytes());
                }
                page.setContents(stream);
            }
        });

        var redacted = redact(pdf, List.of(new RedactionArea(1, 90, 80, 220, 220)));

        try (var document = Loader.loadPDF(redacted.file().toFile())) {
            assertThat(images(document))
                    .allSatisfy(image -> assertThat(isAllBlack(image)).isTrue());
        }
    }

    @Test
    void aMaskInTheFormOfLettersAndAStencilTellNothing() throws IOException {
        var pdf = pdf(document -> {
            var page = page(document);
            var letters = new BufferedImage(300, 60, BufferedImage.TYPE_INT_ARGB);
            var canvas = letters.createGraphics();
            canvas.setColor(Color.BLUE);
            canvas.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 40));
            canvas.drawString("Wolken", 10, 45);
            canvas.dispose();
            try (var content = new PDPageContentStream(document, page)) {
                content.drawImage(LosslessFactory.createFromImage(document, letters), 100, 600, 300, 60);
            }
        });

        var redacted = redact(pdf, List.of(new RedactionArea(1, 95, 130, 310, 66)));

        try (var document = Loader.loadPDF(redacted.file().toFile())) {
            assertThat(images(document))
                    .isNotEmpty()
                    .allSatisfy(image -> assertThat(isAllBlack(image)).isTrue());
        }
    }

    @Test
    void inlineImagesAreBlackened() throws IOException {
        var pdf = pdf(document -> {
            var page = page(document);
            var stream = new PDStream(document);
            try (var out = stream.createOutputStream()) {
                out.write("q 100 0 0 100 100 500 cm BI /W 2 /H 2 /BPC 8 /CS /G ID ".getBytes());
                out.write(new byte[] {(byte) 200, (byte) 210, (byte) 220, (byte) 230});
                out.write(" EI Q".getBytes());
            }
            page.setContents(stream);
        });

        var redacted = redact(pdf, List.of(new RedactionArea(1, 90, 180, 120, 120)));

        try (var document = Loader.loadPDF(redacted.file().toFile())) {
            assertThat(raw(document)).doesNotContain(" EI");
            assertThat(images(document))
                    .hasSize(1)
                    .allSatisfy(image -> assertThat(isAllBlack(image)).isTrue());
        }
    }

    @Test
    void linesAndShapesWithinAreGoneAndCrossingOnesAreCut() throws IOException {
        var pdf = pdf(document -> {
            var page = page(document);
            try (var content = new PDPageContentStream(document, page)) {
                content.addRect(120, 620, 11, 13); // within
                content.fill();
                content.moveTo(50, 650);
                content.lineTo(500, 650);
                content.stroke();
                content.addRect(90, 610, 17, 19); // crosses
                content.fill();
            }
        });
        // 100..300 by 600..700
        var redacted = redact(pdf, List.of(new RedactionArea(1, 100, 92, 200, 100)));

        assertThat(redacted.flattened()).isEmpty();
        try (var document = Loader.loadPDF(redacted.file().toFile())) {
            var content = raw(document);
            assertThat(content).doesNotContain("120 620").doesNotContain("131");
            var picture = new PDFRenderer(document).renderImage(0);
            assertThat(picture.getRGB(400, 142) & 0xff).as("line outside").isLessThan(128);
            assertThat(picture.getRGB(93, 172) & 0xff).as("shape outside").isLessThan(128);
        }
    }

    @Test
    void nothingOutsideThePagesKeepsIt() throws IOException {
        var pdf = pdf(document -> {
            var page = page(document);
            write(page, document, 72, 700, "Vor " + SECRET + " danach");
            document.getDocumentInformation().setTitle("Akte Wolkenstein");
            var metadata = new PDMetadata(document, new ByteArrayInputStream("<x>Wolkenstein</x>".getBytes()));
            document.getDocumentCatalog().setMetadata(metadata);
            var outline = new PDDocumentOutline();
            var item = new PDOutlineItem();
            item.setTitle("Wolkenstein");
            item.setDestination(page);
            outline.addLast(item);
            document.getDocumentCatalog().setDocumentOutline(outline);
            var root = new PDStructureTreeRoot();
            var element = new PDStructureElement("Sect", root);
            element.setActualText("Wolkenstein");
            element.setAlternateDescription("Wolkenstein");
            root.appendKid(element);
            document.getDocumentCatalog().setStructureTreeRoot(root);
            var note = new PDAnnotationText();
            note.setContents("Wolkenstein wohnt hier");
            note.setRectangle(new PDRectangle(300, 300, 20, 20));
            page.getAnnotations().add(note);
            page.setAnnotations(List.of(note));
            var specification = new PDComplexFileSpecification();
            specification.setFile("Wolkenstein.txt");
            specification.setEmbeddedFile(
                    new PDEmbeddedFile(document, new ByteArrayInputStream("Wolkenstein".getBytes())));
            var tree = new PDEmbeddedFilesNameTreeNode();
            tree.setNames(Map.of("Wolkenstein", specification));
            var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(tree);
            document.getDocumentCatalog().setNames(names);
            page.getCOSObject().setItem("PieceInfo", new COSString("Wolkenstein"));
            page.getCOSObject()
                    .setItem("Thumb", new PDStream(document, new ByteArrayInputStream("Wolkenstein".getBytes())));
            page.getResources().getCOSObject().setItem("Wolkenstein", COSInteger.ONE);
        });

        var redacted = redactWord(pdf, SECRET);

        nothingIsLeftOf("Wolkenstein", redacted.file());
        assertThat(redacted.flattened()).isEmpty();
    }

    @Test
    void actualTextOfMarkedContentIsGone() throws IOException {
        var pdf = pdf(document -> {
            var page = page(document);
            page.setResources(new PDResources());
            page.getResources().put(COSName.getPDFName("F1"), HELVETICA);
            var stream = new PDStream(document);
            try (var out = stream.createOutputStream()) {
                out.write(
                        ("/Span <</ActualText (Wolkenstein) /MCID 3>> BDC BT /F1 12 Tf 72 700 Td (Wolkenstein) Tj ET EMC"
                                        + " BT /F1 12 Tf 72 500 Td (Rest) Tj ET")
                                .getBytes());
            }
            page.setContents(stream);
        });

        var redacted = redactWord(pdf, "Wolkenstein");

        nothingIsLeftOf("Wolkenstein", redacted.file());
        assertThat(text(redacted.file())).contains("Rest");
    }

    @Test
    void formFieldsBecomePartOfThePageAndTheirValuesGo() throws IOException {
        var pdf = pdf(document -> {
            var page = page(document);
            var form = new PDAcroForm(document);
            form.setDefaultResources(new PDResources());
            form.getDefaultResources().put(COSName.getPDFName("Helv"), HELVETICA);
            form.setDefaultAppearance("/Helv 12 Tf 0 g");
            document.getDocumentCatalog().setAcroForm(form);
            var field = new PDTextField(form);
            field.setPartialName("name");
            field.getWidgets().getFirst().setRectangle(new PDRectangle(72, 600, 300, 20));
            field.getWidgets().getFirst().setPage(page);
            page.setAnnotations(List.of(field.getWidgets().getFirst()));
            form.setFields(List.of(field));
            field.setValue("Bleibt Wolkenstein");
        });

        var redacted = redactWord(pdf, "Wolkenstein", false);

        assertThat(redacted.verdict()).isEqualTo(PdfRedactor.Verdict.DONE);
        var all = redact(pdf, List.of(new RedactionArea(1, 70, 170, 310, 30)));
        nothingIsLeftOf("Wolkenstein", all.file());
    }

    @Test
    void whatAnEarlierRevisionHeldIsGone() throws IOException {
        var first = pdf(document -> write(page(document), document, 72, 700, "Vor " + SECRET + " danach"));
        var out = new ByteArrayOutputStream();
        try (var document = Loader.loadPDF(first)) {
            document.getPage(0).getCOSObject().setItem("Extra", new COSString("x"));
            document.getPage(0).getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(out);
        }

        var redacted = redactWord(out.toByteArray(), SECRET);

        nothingIsLeftOf("Wolkenstein", redacted.file());
        assertThat(new String(Files.readAllBytes(redacted.file()), StandardCharsets.ISO_8859_1).split("%%EOF"))
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void aPageWithHiddenLayersBecomesAPictureOfWhatIsSeen() throws IOException {
        var pdf = pdf(document -> {
            var page = page(document);
            var layers = new PDOptionalContentProperties();
            var hidden = new PDOptionalContentGroup("Versteckt");
            layers.addGroup(hidden);
            layers.setGroupEnabled(hidden, false);
            document.getDocumentCatalog().setOCProperties(layers);
            try (var content = new PDPageContentStream(document, page)) {
                content.beginMarkedContent(COSName.OC, hidden);
                text(content, 72, 700, "Wolkenstein");
                content.endMarkedContent();
                text(content, 72, 500, "Sichtbar");
            }
        });

        var redacted = redact(pdf, List.of(new RedactionArea(1, 400, 400, 50, 50)));

        assertThat(redacted.flattened()).containsExactly(1);
        nothingIsLeftOf("Wolkenstein", redacted.file());
        assertThat(text(redacted.file())).isEqualToIgnoringWhitespace("geschwärzt");
        try (var document = Loader.loadPDF(redacted.file().toFile())) {
            assertThat(images(document)).hasSize(1);
        }
    }

    @Test
    void aPageOfTilesBecomesAPictureWhoseAreasAreBlack() throws IOException {
        var pdf = pdf(document -> {
            var page = page(document);
            var pattern = new COSStream();
            pattern.setItem(COSName.TYPE, COSName.PATTERN);
            pattern.setInt("PatternType", 1);
            pattern.setInt("PaintType", 1);
            pattern.setInt("TilingType", 1);
            pattern.setItem("BBox", COSArray.ofCOSIntegers(List.of(0, 0, 50, 20)));
            pattern.setItem("XStep", new COSFloat(50));
            pattern.setItem("YStep", new COSFloat(20));
            var resources = new PDResources();
            resources.put(COSName.getPDFName("F1"), HELVETICA);
            pattern.setItem(COSName.RESOURCES, resources);
            try (var out = pattern.createOutputStream()) {
                out.write("BT /F1 8 Tf 2 2 Td (Wolkenstein) Tj ET".getBytes());
            }
            page.setResources(new PDResources());
            page.getResources().getCOSObject().setItem(COSName.PATTERN, new COSDictionary());
            page.getResources()
                    .getCOSObject()
                    .getCOSDictionary(COSName.PATTERN)
                    .setItem(COSName.getPDFName("P1"), pattern);
            var stream = new PDStream(document);
            try (var out = stream.createOutputStream()) {
                out.write("/Pattern cs /P1 scn 100 500 200 100 re f".getBytes());
            }
            page.setContents(stream);
        });

        var redacted = redact(pdf, List.of(new RedactionArea(1, 90, 180, 220, 120)));

        assertThat(redacted.flattened()).containsExactly(1);
        nothingIsLeftOf("Wolkenstein", redacted.file());
    }

    @Test
    void otherProgramsFindNothingEither() throws Exception {
        var redacted = redactWord(
                pdf(document -> {
                    var page = page(document);
                    write(page, document, 72, 700, "Vor " + SECRET + " und danach");
                }),
                SECRET);

        assertThat(program("pdftotext", redacted.file().toString(), "-"))
                .doesNotContain("Wolken")
                .contains("danach");
        assertThat(program(
                        "qpdf",
                        "--qdf",
                        "--object-streams=disable",
                        redacted.file().toString(),
                        "-"))
                .doesNotContain("Wolken");
    }

    // --- making and reading ------------------------------------------------------------------------------------------

    record Redacted(
            PdfRedactor.Verdict verdict, Path original, Path file, int letters, int images, List<Integer> flattened) {}

    Redacted redactWord(byte[] pdf, String word) throws IOException {
        return redactWord(pdf, word, true);
    }

    Redacted redactWord(byte[] pdf, String word, boolean mustBeFound) throws IOException {
        var file = Files.write(Files.createTempFile(folder, "word", ".pdf"), pdf);
        var out = new ByteArrayOutputStream();
        PdfRedactor.find(
                file.toFile(), new PdfRedactor.Orders(List.of(), List.of(word), ""), new DataOutputStream(out));
        var answer = new DataInputStream(new ByteArrayInputStream(out.toByteArray()));
        assertThat(answer.readByte()).isZero();
        var pages = answer.readInt();
        answer.skipBytes(pages * 8);
        var areas = new ArrayList<RedactionArea>();
        for (var left = answer.readInt(); left > 0; left--) {
            areas.add(new RedactionArea(
                    answer.readInt(), answer.readFloat(), answer.readFloat(), answer.readFloat(), answer.readFloat()));
        }
        if (mustBeFound) {
            assertThat(areas).isNotEmpty();
        }
        return redact(pdf, areas);
    }

    Redacted redact(byte[] pdf, List<RedactionArea> areas) throws IOException {
        var file = Files.write(Files.createTempFile(folder, "original", ".pdf"), pdf);
        var target = folder.resolve("redacted-" + System.nanoTime() + ".pdf");
        var out = new ByteArrayOutputStream();
        PdfRedactor.redact(
                file.toFile(),
                new PdfRedactor.Orders(areas, List.of(), "geschwärzt"),
                target.toFile(),
                new DataOutputStream(out));
        var answer = new DataInputStream(new ByteArrayInputStream(out.toByteArray()));
        var verdict = PdfRedactor.Verdict.values()[answer.readByte()];
        assertThat(verdict).isEqualTo(PdfRedactor.Verdict.DONE);
        var letters = answer.readInt();
        var images = answer.readInt();
        answer.readInt();
        answer.readInt();
        var flattened = new ArrayList<Integer>();
        for (var left = answer.readInt(); left > 0; left--) {
            flattened.add(answer.readInt());
        }
        return new Redacted(verdict, file, target, letters, images, flattened);
    }

    static byte[] pdf(TestPdfs.Making making) {
        return TestPdfs.with(making);
    }

    static PDPage page(PDDocument document) {
        var page = new PDPage(PDRectangle.LETTER);
        document.addPage(page);
        return page;
    }

    static void write(PDPage page, PDDocument document, float x, float y, String text) throws IOException {
        try (var content = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true, true)) {
            text(content, x, y, text);
        }
    }

    static void text(PDPageContentStream content, float x, float y, String text) throws IOException {
        content.beginText();
        content.setFont(HELVETICA, 12);
        content.newLineAtOffset(x, y);
        content.showText(text);
        content.endText();
    }

    static COSDictionary type3(PDDocument document, Map<String, String> drawings) throws IOException {
        var font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE3);
        font.setItem("FontBBox", COSArray.ofCOSIntegers(List.of(0, 0, 600, 800)));
        font.setItem(
                "FontMatrix",
                new COSArray(List.of(
                        new COSFloat(0.001f),
                        COSInteger.ZERO,
                        COSInteger.ZERO,
                        new COSFloat(0.001f),
                        COSInteger.ZERO,
                        COSInteger.ZERO)));
        font.setInt("FirstChar", 97);
        font.setInt("LastChar", 98);
        font.setItem("Widths", COSArray.ofCOSIntegers(List.of(600, 600)));
        var encoding = new COSDictionary();
        encoding.setItem(
                "Differences",
                new COSArray(List.of(COSInteger.get(97), COSName.getPDFName("a"), COSName.getPDFName("b"))));
        font.setItem(COSName.ENCODING, encoding);
        var procs = new COSDictionary();
        for (var drawing : drawings.entrySet()) {
            var stream = document.getDocument().createCOSStream();
            try (var out = stream.createOutputStream()) {
                out.write(drawing.getValue()
                        .replace("(Wolkenstein) pop", "% Wolkenstein\n")
                        .getBytes());
            }
            procs.setItem(COSName.getPDFName(drawing.getKey()), stream);
        }
        font.setItem("CharProcs", procs);
        font.setItem(COSName.RESOURCES, new COSDictionary());
        return font;
    }

    static BufferedImage stripes() {
        var image = new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB);
        for (var x = 0; x < 300; x++) {
            for (var y = 0; y < 300; y++) {
                image.setRGB(x, y, x / 50 % 2 == 0 ? Color.WHITE.getRGB() : Color.RED.getRGB());
            }
        }
        return image;
    }

    static boolean isAllBlack(BufferedImage image) {
        for (var x = 0; x < image.getWidth(); x++) {
            for (var y = 0; y < image.getHeight(); y++) {
                if (image.getRGB(x, y) != Color.BLACK.getRGB()) {
                    return false;
                }
            }
        }
        return true;
    }

    static String text(Path file) throws IOException {
        try (var document = Loader.loadPDF(file.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    static String text(PDDocument document, int page) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document);
    }

    static double x(PDDocument document, String word) throws IOException {
        return PageGlyphs.of(document.getPage(0))
                .find(word, PageAreas.toShown(document.getPage(0)))
                .getFirst()
                .getX();
    }

    /** All images of the file, whether or not a page shows them. */
    static List<BufferedImage> images(PDDocument document) throws IOException {
        var images = new ArrayList<BufferedImage>();
        var masks = new ArrayList<COSStream>();
        for (var key : document.getDocument().getXrefTable().keySet()) {
            if (document.getDocument().getObjectFromPool(key).getObject() instanceof COSStream stream
                    && stream.getCOSStream(COSName.SMASK) != null) {
                masks.add(stream.getCOSStream(COSName.SMASK));
            }
        }
        for (var key : document.getDocument().getXrefTable().keySet()) {
            if (document.getDocument().getObjectFromPool(key).getObject() instanceof COSStream stream
                    && COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))
                    && masks.stream().noneMatch(it -> it == stream)) {
                images.add(new org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject(new PDStream(stream), null)
                        .getImage());
            }
        }
        return images;
    }

    /** Everything that the file says, unpacked: bytes of streams, strings and names. */
    static String raw(PDDocument document) throws IOException {
        var all = new StringBuilder();
        for (var key : document.getDocument().getXrefTable().keySet()) {
            var object = document.getDocument().getObjectFromPool(key).getObject();
            all.append(object).append('\n');
            if (object instanceof COSStream stream && !COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
                try (var in = stream.createInputStream()) {
                    all.append(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1))
                            .append('\n');
                }
            }
        }
        return all.toString();
    }

    static void nothingIsLeftOf(String word, Path file) throws IOException {
        try (var document = Loader.loadPDF(file.toFile())) {
            var raw = raw(document);
            assertThat(raw).doesNotContainIgnoringCase(word);
            var hex = new StringBuilder();
            for (var letter : word.getBytes(StandardCharsets.ISO_8859_1)) {
                hex.append("%02x".formatted(letter));
            }
            assertThat(raw).doesNotContainIgnoringCase(hex);
            assertThat(raw.replace("\0", "")).doesNotContainIgnoringCase(word);
        }
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                .doesNotContain(word);
        assertThat(text(file)).doesNotContainIgnoringCase(word);
    }

    static String program(String... command) throws Exception {
        org.junit.jupiter.api.Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/usr/bin", command[0])), command[0] + " is not installed");
        var process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return answer;
    }
}
