package de.ratssaal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.base.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

@DisplayName("A PDF is examined in a process of its own")
class PdfExaminationTest {

    @TempDir
    Path folder;

    PdfExamination examination = new PdfExamination(settings(100_000));

    static DocumentSettings settings(int maxText) {
        return settings(maxText, Duration.ofSeconds(30));
    }

    static DocumentSettings settings(int maxText, Duration time) {
        return new DocumentSettings(
                DataSize.ofMegabytes(50),
                time,
                DataSize.ofMegabytes(96),
                2,
                maxText,
                null,
                null,
                new DocumentSettings.S3("", "", "eu-central-1", "", ""),
                "",
                Duration.ofMinutes(2),
                DataSize.ofMegabytes(768));
    }

    @Test
    void aGoodOneIsLetInWithItsPagesAndItsText() throws IOException {
        var examined = examination.examine(file(TestPdfs.saying("Straßenbeitragssatzung", "Zweite Seite")), null);

        assertThat(examined.pages()).isEqualTo(2);
        assertThat(String.join("", examined.text().pages())).contains("Straßenbeitragssatzung", "Zweite Seite");
        assertThat(examined.text().isComplete()).isTrue();
    }

    @Test
    void moreTextThanIsKeptIsCutOff() throws IOException {
        var examined =
                new PdfExamination(settings(20)).examine(file(TestPdfs.saying("A".repeat(15), "B".repeat(15))), null);

        assertThat(String.join("", examined.text().pages()))
                .hasSizeLessThanOrEqualTo(20)
                .startsWith("AAAA");
        assertThat(examined.text().isComplete()).isFalse();
    }

    @Test
    void oneThatWasCutOffIsRefused() throws IOException {
        refused("BROKEN", TestPdfs.firstHalfOf(TestPdfs.saying("Half of it")));
    }

    @Test
    void oneThatIsOnlyCalledSoIsRefused() throws IOException {
        refused("BROKEN", "%PDF-1.7\nThis is not what it claims to be.\n%%EOF\n".getBytes());
    }

    @Test
    void oneWithoutPagesIsRefused() throws IOException {
        refused("BROKEN", TestPdfs.with(document -> {}));
    }

    @Test
    void anEncryptedOneIsRefusedEvenIfItOpensWithoutPassword() throws IOException {
        refused("ENCRYPTED", TestPdfs.encrypted("password"));
        refused("ENCRYPTED", TestPdfs.encrypted(""));
    }

    @Test
    void javaScriptIsRefused() throws IOException {
        refused("SCRIPT", TestPdfs.withScript());
    }

    @Test
    void aLinkThatStartsAProgramIsRefused() throws IOException {
        refused("LAUNCHES", TestPdfs.withLaunch());
    }

    @Test
    void aProgramWithinIsRefusedAndDataWithinIsNot() throws IOException {
        refused("EMBEDS_PROGRAM", TestPdfs.embedding("invoice.xml.exe"));
        refused("EMBEDS_PROGRAM", TestPdfs.embedding("start"));
        assertThat(examination
                        .examine(file(TestPdfs.embedding("invoice.xml")), null)
                        .pages())
                .isEqualTo(1);
    }

    @Test
    void aProgrammedFormIsRefused() throws IOException {
        refused("FORM_WITH_PROGRAM", TestPdfs.withProgrammedForm());
    }

    @Test
    void aPageThatUnpacksToMoreThanMemoryCostsOnlyItsText() throws IOException {
        var examined = examination.examine(file(TestPdfs.unpackingTo(150)), null);

        assertThat(examined.pages()).isEqualTo(2);
        assertThat(String.join("", examined.text().pages())).contains("First");
        assertThat(examined.text().isComplete()).isFalse();
    }

    @Test
    void oneThatUnpacksToMoreThanMemoryWhenOpenedIsRefused() throws IOException {
        refused("UNEXAMINED", TestPdfs.unopenable(150));
    }

    @Test
    void oneThatTakesTooLongIsRefused() throws IOException {
        var impatient = new PdfExamination(settings(1000, Duration.ofMillis(1)));
        var pdf = file(TestPdfs.saying("Anything"));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> impatient.examine(pdf, null))
                .withMessage("document.refused.pdf.UNEXAMINED");
    }

    private void refused(String why, byte[] pdf) throws IOException {
        var file = file(pdf);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> examination.examine(file, null))
                .withMessage("document.refused.pdf." + why);
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "test", ".pdf"), content);
    }
}
