package de.ratssaal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.base.Refusal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Active content in a PDF")
class ActiveContentTest {

    /** Stands in everything that is to go. */
    static final String PAYLOAD = "app.launchURL-payload";

    @TempDir
    Path folder;

    PdfExamination examination = new PdfExamination(PdfExaminationTest.settings(100_000));

    static Stream<Arguments> kinds() {
        return Stream.of(
                kind("script of the document", ActiveContent.SCRIPT, document -> open(document, script())),
                kind("script in the names", ActiveContent.SCRIPT, document -> {
                    var names = new COSDictionary();
                    names.setItem(COSName.NAMES, new COSArray(List.of(new COSString("start"), script())));
                    var all = new COSDictionary();
                    all.setItem("JavaScript", names);
                    catalog(document).setItem(COSName.NAMES, all);
                }),
                kind("script when a page is opened", ActiveContent.SCRIPT, document -> {
                    var events = new COSDictionary();
                    events.setItem("O", script());
                    document.getPage(0).getCOSObject().setItem(COSName.AA, events);
                }),
                kind("script in an annotation's events", ActiveContent.SCRIPT, document -> {
                    var events = new COSDictionary();
                    events.setItem("E", script());
                    link(document).setItem(COSName.AA, events);
                }),
                kind("script in a nested form field", ActiveContent.SCRIPT, document -> {
                    var events = new COSDictionary();
                    events.setItem("K", script());
                    var inner = new COSDictionary();
                    inner.setItem(COSName.AA, events);
                    inner.setString(COSName.T, "inner");
                    var outer = new COSDictionary();
                    outer.setItem(COSName.KIDS, new COSArray(List.of(inner)));
                    outer.setString(COSName.T, "outer");
                    var form = new COSDictionary();
                    form.setItem(COSName.FIELDS, new COSArray(List.of(outer)));
                    catalog(document).setItem(COSName.ACRO_FORM, form);
                }),
                kind("script as a stream", ActiveContent.SCRIPT, document -> {
                    var action = action("JavaScript");
                    action.setItem(COSName.JS, new PDStream(document, new ByteArrayInputStream(PAYLOAD.getBytes())));
                    open(document, action);
                }),
                kind("script behind a harmless action", ActiveContent.SCRIPT, document -> {
                    var first = action("URI");
                    first.setString(COSName.URI, "https://rat.example.de/");
                    var second = action("Named");
                    second.setItem("Next", new COSArray(List.of(script())));
                    first.setItem("Next", second);
                    link(document).setItem(COSName.A, first);
                }),
                kind("script as an address", ActiveContent.LAUNCHES, document -> {
                    var action = action("URI");
                    action.setString(COSName.URI, "javascript:" + PAYLOAD);
                    link(document).setItem(COSName.A, action);
                }),
                kind(
                        "a program",
                        ActiveContent.LAUNCHES,
                        document -> link(document).setItem(COSName.A, file("Launch"))),
                kind(
                        "a form that sends",
                        ActiveContent.SENDS,
                        document -> link(document).setItem(COSName.A, file("SubmitForm"))),
                kind(
                        "data that is fetched",
                        ActiveContent.SENDS,
                        document -> link(document).setItem(COSName.A, file("ImportData"))),
                kind(
                        "another file",
                        ActiveContent.OTHER_FILE,
                        document -> link(document).setItem(COSName.A, file("GoToR"))),
                kind(
                        "a file within",
                        ActiveContent.OTHER_FILE,
                        document -> link(document).setItem(COSName.A, file("GoToE"))),
                kind("sound", ActiveContent.MEDIA, document -> link(document).setItem(COSName.A, file("Sound"))),
                kind("a film", ActiveContent.MEDIA, document -> annotation(document, "Movie")),
                kind("rich media", ActiveContent.MEDIA, document -> annotation(document, "RichMedia")),
                kind("three dimensions", ActiveContent.MEDIA, document -> annotation(document, "3D")),
                kind("a programmed form", ActiveContent.FORM_WITH_PROGRAM, document -> {
                    var form = new COSDictionary();
                    form.setItem("XFA", new PDStream(document, new ByteArrayInputStream(PAYLOAD.getBytes())));
                    catalog(document).setItem(COSName.ACRO_FORM, form);
                }),
                kind("an embedded program", ActiveContent.EMBEDS_PROGRAM, document -> {
                    var specification = new PDComplexFileSpecification();
                    specification.setFile("start.exe");
                    specification.setEmbeddedFile(
                            new PDEmbeddedFile(document, new ByteArrayInputStream(PAYLOAD.getBytes())));
                    var tree = new PDEmbeddedFilesNameTreeNode();
                    tree.setNames(Map.of("start", specification));
                    var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
                    names.setEmbeddedFiles(tree);
                    document.getDocumentCatalog().setNames(names);
                }),
                kind("an address that opens by itself", ActiveContent.ACTS_BY_ITSELF, document -> {
                    var action = action("URI");
                    action.setString(COSName.URI, "https://example.org/" + PAYLOAD);
                    open(document, action);
                }),
                kind(
                        "a script that nothing leads to",
                        ActiveContent.SCRIPT,
                        document -> catalog(document).setItem("Unknown", script())));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void isRefusedIfTheAdministratorChoseThat(String name, ActiveContent kind, byte[] pdf) throws IOException {
        var file = file(pdf);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> examination.examine(file, null))
                .withMessage("document.refused.pdf." + kind);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("kinds")
    void isTakenOutIfTheAdministratorChoseThat(String name, ActiveContent kind, byte[] pdf) throws IOException {
        var cleaned = folder.resolve("cleaned.pdf");

        var examined = examination.examine(file(pdf), cleaned);

        assertThat(examined.removed()).contains(kind);
        assertThat(examined.pages()).isEqualTo(1);
        assertThat(String.join("", examined.text().pages())).contains("Was man liest");
        try (var document = Loader.loadPDF(cleaned.toFile())) {
            assertThat(PdfRedactorTest.raw(document)).doesNotContain(PAYLOAD);
            assertThat(new PDFTextStripper().getText(document)).contains("Was man liest");
        }
        assertThat(examination.examine(cleaned, null).removed())
                .as("and can be brought in where it is refused")
                .isEmpty();
    }

    @Test
    void whatIsCleanedTwiceIsTheSameTwice() throws IOException {
        var pdf = file(TestPdfs.withScript());
        var first = folder.resolve("first.pdf");
        var second = folder.resolve("second.pdf");

        examination.examine(pdf, first);
        examination.examine(pdf, second);

        assertThat(first).hasSameBinaryContentAs(second);
    }

    @Test
    void aGoodFileIsLeftAsItIs() throws IOException {
        var cleaned = folder.resolve("cleaned.pdf");

        var examined = examination.examine(
                file(TestPdfs.with(document -> {
                    page(document);
                    document.getDocumentCatalog().setOpenAction(destination(document));
                    var action = action("URI");
                    action.setString(COSName.URI, "https://rat.example.de/");
                    link(document).setItem(COSName.A, action);
                })),
                cleaned);

        assertThat(examined.removed()).isEmpty();
        assertThat(cleaned).doesNotExist();
    }

    @Test
    void aSignedFileWithActiveContentIsRefusedRatherThanMadeVoid() throws IOException {
        var pdf = file(TestPdfs.with(document -> {
            page(document);
            sign(document);
            open(document, script());
        }));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> examination.examine(pdf, folder.resolve("cleaned.pdf")))
                .withMessage("document.refused.pdf.SIGNED_AND_ACTIVE");
        assertThat(examination
                        .examine(
                                file(TestPdfs.with(document -> {
                                    page(document);
                                    sign(document);
                                })),
                                folder.resolve("other.pdf"))
                        .removed())
                .isEmpty();
    }

    private static void sign(PDDocument document) {
        var signature = new COSDictionary();
        signature.setItem("ByteRange", COSArray.ofCOSIntegers(List.of(0, 1, 2, 3)));
        signature.setItem(COSName.CONTENTS, new COSString(new byte[] {1, 2}));
        var field = new COSDictionary();
        field.setItem(COSName.FT, COSName.SIG);
        field.setItem(COSName.V, signature);
        var form = new COSDictionary();
        form.setItem(COSName.FIELDS, new COSArray(List.of(field)));
        catalog(document).setItem(COSName.ACRO_FORM, form);
    }

    private static org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageDestination destination(
            PDDocument document) {
        var destination =
                new org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination();
        destination.setPage(document.getPage(0));
        return destination;
    }

    /** With its objects packed into streams, where a search of the bytes finds nothing. */
    private static Arguments kind(String name, ActiveContent kind, TestPdfs.Making making) {
        try (var document = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            page(document);
            making.on(document);
            document.save(bytes, CompressParameters.DEFAULT_COMPRESSION);
            return Arguments.of(name, kind, bytes.toByteArray());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void page(PDDocument document) throws IOException {
        var page = new PDPage();
        document.addPage(page);
        PdfRedactorTest.write(page, document, 72, 700, "Was man liest");
    }

    private static COSDictionary catalog(PDDocument document) {
        return document.getDocumentCatalog().getCOSObject();
    }

    private static void open(PDDocument document, COSDictionary action) {
        catalog(document).setItem(COSName.OPEN_ACTION, action);
    }

    private static COSDictionary action(String name) {
        var action = new COSDictionary();
        action.setItem(COSName.TYPE, COSName.getPDFName("Action"));
        action.setItem(COSName.S, COSName.getPDFName(name));
        return action;
    }

    private static COSDictionary script() {
        var action = action("JavaScript");
        action.setString(COSName.JS, PAYLOAD);
        return action;
    }

    private static COSDictionary file(String name) {
        var action = action(name);
        action.setString(COSName.F, PAYLOAD);
        return action;
    }

    private static COSDictionary link(PDDocument document) throws IOException {
        var link = new PDAnnotationLink();
        link.setRectangle(new PDRectangle(10, 10, 50, 20));
        document.getPage(0).setAnnotations(List.of(link));
        return link.getCOSObject();
    }

    private static void annotation(PDDocument document, String subtype) {
        var annotation = new COSDictionary();
        annotation.setItem(COSName.TYPE, COSName.ANNOT);
        annotation.setItem(COSName.SUBTYPE, COSName.getPDFName(subtype));
        annotation.setItem(COSName.RECT, COSArray.ofCOSIntegers(List.of(10, 10, 50, 20)));
        annotation.setString("Payload", PAYLOAD);
        annotation.setItem("F", COSInteger.get(4));
        document.getPage(0).getCOSObject().setItem(COSName.ANNOTS, new COSArray(List.of(annotation)));
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "test", ".pdf"), content);
    }
}
