package de.ratssaal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.base.Refusal;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A file's type is found in its content")
class RecognitionTest {

    @TempDir
    Path folder;

    @Test
    void ofAPdf() throws IOException {
        assertThat(typeOf("Vorlage.pdf", TestPdfs.saying("x"))).isEqualTo(FileType.PDF);
        assertThat(typeOf("ohne Endung", TestPdfs.saying("x"))).isEqualTo(FileType.PDF);
    }

    @Test
    void ofAPicture() throws IOException {
        assertThat(typeOf("Foto.png", picture("png"))).isEqualTo(FileType.PNG);
        assertThat(typeOf("Foto.JPG", picture("jpeg"))).isEqualTo(FileType.JPEG);
        assertThat(typeOf("Foto.jpeg", picture("jpeg"))).isEqualTo(FileType.JPEG);
    }

    @Test
    void ofAScan() throws IOException {
        assertThat(typeOf("Scan.tif", picture("tiff"))).isEqualTo(FileType.TIFF);
        assertRefused("Scan.tif", Arrays.copyOf(picture("tiff"), 12), "document.refused.broken-type");
    }

    @Test
    void ofRichText() throws IOException {
        assertThat(typeOf("Vermerk.rtf", rtf("{\\rtf1\\ansi Der Brunnen \\{alt\\} \\\\ ist {\\b kaputt}.}")))
                .isEqualTo(FileType.RTF);
        assertRefused("Vermerk.rtf", rtf("{\\rtf1\\ansi Der Brunnen {\\b ist}"), "document.refused.broken-type");
        assertRefused("Vermerk.txt", rtf("{\\rtf1\\ansi Der Brunnen}"), "document.refused.other-type");
        assertRefused("Vermerk.rtf", rtf("{\\rtf1 {\\object\\objemb{\\*\\objdata 0105}}}"), "document.refused.objects");
    }

    @Test
    void ofOldOfficeFilesByWhatLiesInThem() throws IOException {
        assertThat(typeOf("alt.doc", compound("Root Entry", "WordDocument"))).isEqualTo(FileType.DOC);
        assertThat(typeOf("alt.xls", compound("Root Entry", "Workbook"))).isEqualTo(FileType.XLS);
        assertThat(typeOf("alt.ppt", compound("Root Entry", "PowerPoint Document")))
                .isEqualTo(FileType.PPT);
        assertRefused("alt.doc", compound("Root Entry", "Workbook"), "document.refused.other-type");
        assertRefused("alt.msi", compound("Root Entry", "Installer"), "document.refused.unknown-type");
        assertRefused("alt.doc", compound("Root Entry", "WordDocument", "Macros", "VBA"), "document.refused.macros");
        assertRefused("neu.docx", compound("Root Entry", "EncryptedPackage"), "document.refused.encrypted");
        assertRefused("alt.doc", Arrays.copyOf(compound("WordDocument"), 600), "document.refused.broken");
    }

    private void assertRefused(String name, byte[] content, String key) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> typeOf(name, content))
                .withMessage(key);
    }

    private static byte[] rtf(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** A compound file of four sectors of 512 bytes: header, allocation table, directory. */
    private static byte[] compound(String... names) {
        var file = java.nio.ByteBuffer.allocate(4 * 512).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        for (var value : CompoundFile.SIGNATURE) {
            file.put((byte) value);
        }
        file.putShort(30, (short) 9).putInt(44, 1).putInt(48, 1).putInt(76, 0);
        file.putInt(512, -3).putInt(516, -2);
        var entry = 1024;
        for (var name : names) {
            file.put(entry, name.getBytes(StandardCharsets.UTF_16LE));
            file.putShort(entry + 64, (short) (2 * name.length() + 2)).put(entry + 66, (byte) 2);
            entry += 128;
        }
        return file.array();
    }

    @ParameterizedTest
    @CsvSource({
        "ODT, application/vnd.oasis.opendocument.text",
        "ODS, application/vnd.oasis.opendocument.spreadsheet",
        "ODP, application/vnd.oasis.opendocument.presentation"
    })
    void ofAnOpenDocument(FileType type, String mediaType) throws IOException {
        assertThat(typeOf("x." + type.ending(), zip("mimetype", mediaType, "content.xml", "<x/>")))
                .isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"DOCX, wordprocessingml.document", "XLSX, spreadsheetml.sheet", "PPTX, presentationml.presentation"})
    void ofAnOfficeOpenXmlDocument(FileType type, String main) throws IOException {
        var types =
                "<Types><Override ContentType=\"application/vnd.openxmlformats-officedocument.%s.main+xml\"/></Types>"
                        .formatted(main);
        assertThat(typeOf("x." + type.ending(), zip("[Content_Types].xml", types)))
                .isEqualTo(type);
    }

    @Test
    void ofText() throws IOException {
        assertThat(typeOf("Notiz.txt", "Grüße\taus\nLindenau\r\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(FileType.TEXT);
    }

    @Test
    @DisplayName("and not in its name: whoever calls it otherwise is told")
    void notInItsName() {
        refused("document.refused.other-type", "Brief.pdf", "Guten Tag".getBytes());
        refused("document.refused.other-type", "Brief.pdf", zip("mimetype", FileType.ODT.mediaType()));
        refused("document.refused.other-type", "Foto.png", picture("jpeg"));
    }

    @Test
    void whatIsOfNoKnownTypeIsRefused() {
        refused("document.refused.unknown-type", "Programm.exe", new byte[] {'M', 'Z', 0, 3, 0, 0});
        refused("document.refused.unknown-type", "Archiv.zip", zip("Vorlage.pdf", "x"));
        refused("document.refused.unknown-type", "latin1.txt", "Grüße".getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void macrosAreRefused() {
        refused(
                "document.refused.macros",
                "Tabelle.ods",
                zip("mimetype", FileType.ODS.mediaType(), "Basic/Standard/Module1.xml", "x"));
        refused(
                "document.refused.macros",
                "Text.docx",
                zip(
                        "[Content_Types].xml",
                        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                        "word/vbaProject.bin",
                        "x"));
        refused(
                "document.refused.macros",
                "Text.docm",
                zip("[Content_Types].xml", "application/vnd.ms-word.document.macroEnabled.main+xml"));
    }

    @Test
    void whatIsDamagedIsRefused() {
        refused("document.refused.broken-type", "Foto.png", Arrays.copyOf(picture("png"), 20));
        refused("document.refused.broken", "Text.odt", Arrays.copyOf(zip("mimetype", FileType.ODT.mediaType()), 40));
    }

    private FileType typeOf(String name, byte[] content) throws IOException {
        return Recognition.of(Files.write(Files.createTempFile(folder, "test", ""), content), name);
    }

    private void refused(String key, String name, byte[] content) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> typeOf(name, content))
                .withMessage(key);
    }

    private static byte[] picture(String format) {
        try (var bytes = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] zip(String... namesAndContents) {
        try (var bytes = new ByteArrayOutputStream()) {
            try (var zip = new ZipOutputStream(bytes)) {
                for (var i = 0; i < namesAndContents.length; i += 2) {
                    zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                    zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
                    zip.closeEntry();
                }
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
