package de.ratssaal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

@DisplayName("A file is made into a PDF")
@EnabledOnOs(OS.LINUX)
class ConversionTest {

    private static final String OFFICE = "soffice";

    @TempDir
    Path folder;

    @Nested
    @DisplayName("by LibreOffice")
    class ByLibreOffice {

        @Test
        @DisplayName("from text in UTF-8")
        void text() throws Exception {
            assertThat(textOf(
                            converted(OFFICE, FileType.TEXT, "Grüße aus Lindenau: ő".getBytes(StandardCharsets.UTF_8))))
                    .contains("Grüße aus Lindenau: ő");
        }

        @Test
        @DisplayName("from RTF")
        void richText() throws Exception {
            assertThat(textOf(converted(
                            OFFICE,
                            FileType.RTF,
                            "{\\rtf1\\ansi Der Brunnen ist alt.}".getBytes(StandardCharsets.US_ASCII))))
                    .contains("Der Brunnen ist alt.");
        }

        @ParameterizedTest
        @CsvSource({
            "DOCX, docx",
            "ODT, odt",
            "DOC, doc:MS Word 97",
            "XLSX, xlsx",
            "ODS, ods",
            "XLS, xls:MS Excel 97",
            "PPTX, pptx",
            "ODP, odp",
            "PPT, ppt:MS PowerPoint 97"
        })
        @DisplayName("from what Word, Excel, PowerPoint and their open kin write")
        void office(FileType type, String filter) throws Exception {
            var document = OfficeFiles.of(type, filter, folder);

            assertThat(Recognition.of(document, "Anlage." + type.ending())).isEqualTo(type);
            assertThat(textOf(converted(OFFICE, type, Files.readAllBytes(document))))
                    .contains("Brunnen");
        }
    }

    @Nested
    @DisplayName("without LibreOffice from images")
    class Images {

        @ParameterizedTest
        @CsvSource({"PNG, png", "JPEG, jpeg", "TIFF, tiff"})
        @DisplayName("on a page of A4 that lies as they do")
        void image(FileType type, String format) throws Exception {
            var upright = converted("", type, picture(format, 300, 400));
            var lying = converted("", type, picture(format, 400, 300));
            assertThat(width(upright)).isEqualTo(595);
            assertThat(width(lying)).isEqualTo(842);
            assertThat(colorAt(lying, 0.25f)).isEqualTo(Color.RED);
            assertThat(colorAt(lying, 0.75f)).isEqualTo(Color.BLUE);
        }

        @Test
        @DisplayName("upright although the camera was held otherwise")
        void orientation() throws Exception {
            var turned = converted("", FileType.JPEG, withOrientation(picture("jpeg", 400, 300), 3));
            assertThat(colorAt(turned, 0.25f)).isEqualTo(Color.BLUE);
            assertThat(width(converted("", FileType.JPEG, withOrientation(picture("jpeg", 400, 300), 6))))
                    .isEqualTo(595);
        }

        @Test
        @DisplayName("or not at all, if they are broken")
        void broken() throws Exception {
            var half = picture("png", 300, 300);
            assertThat(outcome("", FileType.PNG, java.util.Arrays.copyOf(half, 40)))
                    .isEqualTo(new Conversion.Outcome.Not(Rendition.State.FAILED));
        }
    }

    @Test
    @DisplayName("or it is said that LibreOffice is not installed")
    void notInstalled() throws Exception {
        for (var program : List.of(
                "", "there-is-no-such-program", folder.resolve("nowhere").toString())) {
            assertThat(outcome(program, FileType.DOCX, new byte[] {1}))
                    .isEqualTo(new Conversion.Outcome.Not(Rendition.State.NOT_INSTALLED));
        }
    }

    @Test
    @DisplayName("or given up after its time, with all that was started for it")
    void hanging() throws Exception {
        var started = folder.resolve("started");
        var program = program("sleep 600 & echo $! >> %s; echo $$ >> %1$s; sleep 600".formatted(started));

        assertThat(outcome(program, FileType.DOCX, new byte[] {1}))
                .isEqualTo(new Conversion.Outcome.Not(Rendition.State.TOO_LONG));

        assertThat(Files.readAllLines(started)).hasSize(2).allSatisfy(ConversionTest::assertEnded);
    }

    @Test
    @DisplayName("or it fails, if the program takes more memory than it may, fails or makes nothing")
    void failing() throws Exception {
        var failed = new Conversion.Outcome.Not(Rendition.State.FAILED);
        assertThat(outcome(program("exec head -c 3000000000 /dev/zero | tail"), FileType.DOCX, new byte[] {1}))
                .isEqualTo(failed);
        assertThat(outcome(program("exit 3"), FileType.DOCX, new byte[] {1})).isEqualTo(failed);
        assertThat(outcome(program("exit 0"), FileType.DOCX, new byte[] {1})).isEqualTo(failed);
    }

    @Test
    @DisplayName("by a program that knows no password of the application")
    void environment() throws Exception {
        var seen = folder.resolve("seen");
        outcome(program("env > " + seen), FileType.DOCX, new byte[] {1});
        assertThat(Files.readAllLines(seen))
                .extracting(it -> it.replaceAll("=.*", ""))
                .isSubsetOf("PATH", "HOME", "TMPDIR", "LANG", "PWD", "SHLVL", "_", "OLDPWD");
    }

    @Test
    @DisplayName("in a folder that is swept if the application was killed, but not while it is used")
    void folders() throws Exception {
        var parent = Files.createDirectories(folder.resolve("conversions"));
        Files.createDirectories(parent.resolve("work-left/profile"));
        Files.writeString(parent.resolve("work-left/profile/file"), "x");
        try (var used = WorkFolder.in(parent)) {
            Files.writeString(used.path().resolve("source"), "x");
            WorkFolder.sweep(parent);
            try (var there = Files.list(parent)) {
                assertThat(there).containsExactly(used.path());
            }
        }
        assertThat(parent).isEmptyDirectory();
    }

    private static void assertEnded(String process) {
        await().atMost(Duration.ofSeconds(10))
                .until(() -> ProcessHandle.of(Long.parseLong(process.strip()))
                        .filter(ProcessHandle::isAlive)
                        .isEmpty());
    }

    private String program(String script) throws IOException {
        var program = Files.writeString(folder.resolve("office-" + System.nanoTime()), "#!/bin/sh\n" + script + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program.toString();
    }

    private Conversion.Outcome outcome(String program, FileType type, byte[] content) throws Exception {
        var work = Files.createTempDirectory(folder, "conversion");
        var source = Files.write(work.resolve("source"), content);
        var time = program.equals(OFFICE) || program.isEmpty() ? Duration.ofMinutes(2) : Duration.ofSeconds(5);
        var memory = program.equals(OFFICE) ? DataSize.ofGigabytes(4) : DataSize.ofMegabytes(500);
        var settings = new ConversionSettings(program, time, memory, DataSize.ofMegabytes(100), 1);
        return new Conversion(settings).convert(source, type, work);
    }

    private byte[] converted(String program, FileType type, byte[] content) throws Exception {
        if (program.equals(OFFICE)) {
            assumeThat(new Conversion(new ConversionSettings(
                                    OFFICE, Duration.ofMinutes(1), DataSize.ofGigabytes(4), DataSize.ofMegabytes(1), 1))
                            .isPossible(FileType.DOCX))
                    .as("LibreOffice is installed")
                    .isTrue();
        }
        var outcome = outcome(program, type, content);
        assertThat(outcome).isInstanceOf(Conversion.Outcome.Made.class);
        return Files.readAllBytes(((Conversion.Outcome.Made) outcome).pdf());
    }

    private static String textOf(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static int width(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return Math.round(document.getPage(0).getMediaBox().getWidth());
        }
    }

    private static Color colorAt(byte[] pdf, float across) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            var page = new PDFRenderer(document).renderImage(0);
            var color = new Color(page.getRGB((int) (page.getWidth() * across), page.getHeight() / 2));
            return color.getRed() > color.getBlue() ? Color.RED : Color.BLUE;
        }
    }

    /** Red at the left, blue at the right. */
    private static byte[] picture(String format, int width, int height) throws IOException {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var canvas = image.createGraphics();
        canvas.setColor(Color.RED);
        canvas.fillRect(0, 0, width / 2, height);
        canvas.setColor(Color.BLUE);
        canvas.fillRect(width / 2, 0, width / 2, height);
        canvas.dispose();
        var bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    /** As a camera writes it: a segment with EXIF behind the beginning. */
    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        var exif = new byte[] {
            (byte) 0xff,
            (byte) 0xe1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            1,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        var bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        bytes.writeBytes(exif);
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }
}
