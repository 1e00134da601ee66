package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import de.ratssaal.document.TestPdfs;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("A file that the secretariat gives to a paper")
class UploadTest extends BrowserTest {

    private static final long MEGABYTE = 1024 * 1024;

    @Autowired
    JdbcClient database;

    @TempDir
    Path folder;

    private Window secretariat;

    @BeforeEach
    void openPaper() {
        var paper = database.sql("select id from paper_paper where state = 'RELEASED' order by number limit 1")
                .query(UUID.class)
                .single();
        secretariat = window("secretariat").signIn("sekretariat").open("/app/papers/" + paper);
    }

    @Test
    @DisplayName("is refused before it is sent if it has 200 MB")
    void tooLarge() throws IOException {
        var large = folder.resolve("Haushaltsplan.pdf");
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(200 * MEGABYTE);
        }

        chooser().setInputFiles(large);

        assertRefused("Die Datei ist zu groß. Erlaubt sind höchstens 50 MB.");
        assertNotThere("Haushaltsplan.pdf");
    }

    @Test
    @DisplayName("is refused if it only claims to be a PDF")
    void onlyClaims() {
        choose("Gutachten.pdf", "Dies ist keine PDF-Datei.".getBytes(StandardCharsets.UTF_8));

        assertRefused("ist aber keine PDF-Datei");
        assertNotThere("Gutachten.pdf");
    }

    @Test
    @DisplayName("is refused if it is broken, and taken once it is whole")
    void broken() {
        var whole = TestPdfs.saying("Gutachten zum Marktbrunnen");

        choose("Marktbrunnen.pdf", TestPdfs.firstHalfOf(whole));
        assertRefused("Die PDF-Datei ist beschädigt oder unvollständig.");
        secretariat.assertAccessible().wholePage("upload-refused");
        choose("Marktbrunnen.pdf", whole);

        assertThat(secretariat.link("Marktbrunnen.pdf")).isVisible();
        assertThat(secretariat.page().locator(".rs-file-refused:not(:empty)")).hasCount(0);
    }

    @Test
    @DisplayName("leaves nothing behind in the folder for temporary files")
    void nothingLeft() throws IOException {
        var before = temporaryFiles();

        choose("Gutachten.pdf", "keine PDF".getBytes(StandardCharsets.UTF_8));
        assertRefused("ist aber keine PDF-Datei");

        assertThat(temporaryFiles()).isEqualTo(before);
    }

    private static long temporaryFiles() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(it -> it.getFileName().toString().startsWith("upload_"))
                    .count();
        }
    }

    private Locator chooser() {
        return secretariat.page().locator("vaadin-upload input[type=file]");
    }

    private void choose(String name, byte[] content) {
        chooser().setInputFiles(new FilePayload(name, "application/pdf", content));
    }

    private void assertRefused(String why) {
        assertThat(secretariat.page().locator(".rs-file-refused")).containsText(why);
    }

    private void assertNotThere(String name) {
        secretariat.page().reload();
        secretariat.settle();
        assertThat(secretariat.page().locator(".rs-documents")).not().containsText(name);
    }
}
