package de.ratssaal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import de.ratssaal.IntegrationTest;
import de.ratssaal.base.RatssaalProperties;
import de.ratssaal.identity.Access;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.unit.DataSize;

@IntegrationTest
@DisplayName("The text of a file")
@EnabledOnOs(OS.LINUX)
class FileTextsTest {

    private static final Duration LONG = Duration.ofMinutes(2);

    @Autowired
    Files files;

    @Autowired
    Clock clock;

    @Autowired
    FileTexts texts;

    @Autowired
    TestOwners owners;

    @Autowired
    ContentStore contents;

    @Autowired
    Renditions renditions;

    @Autowired
    Conversion conversion;

    @Autowired
    Readings readings;

    @Autowired
    DocumentSettings documents;

    @Autowired
    RatssaalProperties ratssaal;

    @Autowired
    JdbcClient database;

    @Autowired
    Access access;

    @TempDir
    Path folder;

    TestOwners.Owner owner;

    @BeforeEach
    void aClerkActs() {
        owner = owners.owner();
        TestOwners.signIn(owner.clerk);
    }

    @AfterEach
    void nobodyActs() {
        TestOwners.signOut();
    }

    @Test
    @DisplayName("is there page by page as soon as a PDF was let in")
    void pagesOfAPdf() {
        var file = attach("Vorlage.pdf", TestPdfs.saying("Erste " + UUID.randomUUID(), "Zweite Seite"), true);

        var text = texts.of(file);
        assertThat(text.state()).isEqualTo(FileText.State.THERE);
        assertThat(text.gap()).isNull();
        assertThat(text.pages()).extracting(FileText.Page::number).containsExactly(1, 2);
        assertThat(text.pages().get(1).text()).isEqualTo("Zweite Seite");
    }

    @Test
    @DisplayName("that was let in by an earlier version is read in the background")
    void ofAnEarlierVersion() {
        var file = attach("Alt.pdf", TestPdfs.saying("Alt " + UUID.randomUUID(), "Seite zwei"), true);
        forgetReading(file);

        await().pollInSameThread().atMost(LONG).until(() -> texts.of(file).state() == FileText.State.THERE);

        assertThat(texts.of(file).pages()).hasSize(2);
        assertThat(texts.of(file).pages().get(1).text()).isEqualTo("Seite zwei");
    }

    @Test
    @DisplayName("of an office document is that of its pages as PDF")
    void office() throws Exception {
        assumeThat(conversion.isPossible(FileType.DOCX)).isTrue();
        var document = OfficeFiles.of(FileType.DOCX, "docx", folder);
        var file = attach("Anlage.docx", java.nio.file.Files.readAllBytes(document), true);

        await().pollInSameThread().atMost(LONG).until(() -> texts.of(file).state() != FileText.State.WAITING);

        assertThat(texts.of(file).state()).isEqualTo(FileText.State.THERE);
        assertThat(texts.of(file).whole()).contains("Brunnen");
        assertThat(texts.of(file).pages().getFirst().origin()).isEqualTo(FileText.Origin.TEXT);
    }

    @Test
    @DisplayName("of scanned pages is recognized, that of the others read")
    void scanned() {
        assumeThat(new ScanRecognition(settings("tesseract")).isPossible())
                .as("tesseract is installed")
                .isTrue();
        var file = attach("Scan.pdf", scan("Hundesteuersatzung Größe " + number()), true);

        await().pollInSameThread().atMost(LONG).until(() -> texts.of(file).state() != FileText.State.WAITING);

        var pages = texts.of(file).pages();
        assertThat(pages)
                .extracting(FileText.Page::origin)
                .containsExactly(FileText.Origin.RECOGNIZED, FileText.Origin.TEXT, FileText.Origin.EMPTY);
        assertThat(pages.getFirst().text()).contains("Hundesteuersatzung", "Größe");
    }

    @Test
    @DisplayName("of scanned pages is missing without tesseract, which is said, and read once it is there")
    void withoutTesseract() throws Exception {
        var file = attachUnread(scan("Straßenausbau " + number()));
        var without = work("");
        run(without, file);

        assertThat(texts.of(file).state()).isEqualTo(FileText.State.THERE);
        assertThat(texts.of(file).gap()).isEqualTo(FileText.Gap.OCR_NOT_INSTALLED);
        assertThat(texts.of(file).pages().getFirst().origin()).isEqualTo(FileText.Origin.SCAN);
        assertThat(access.asSystem("test", () -> texts.filesThatLack(FileText.Gap.OCR_NOT_INSTALLED)))
                .isPositive();

        readings.again(FileText.Gap.OCR_NOT_INSTALLED);
        run(work(tesseract("printf 'Straßenausbau' > \"$2.txt\"")), file);

        assertThat(texts.of(file).gap()).isNull();
        assertThat(texts.of(file).pages().getFirst().text()).isEqualTo("Straßenausbau");
    }

    @Test
    @DisplayName(
            "costs no more than its time: a page on which recognition hangs stays without text, the next one is read")
    void hanging() throws Exception {
        var file = attachUnread(TestPdfs.with(document -> {
            TestPdfs.addScan(document, "A" + number());
            TestPdfs.addScan(document, "B" + number());
        }));
        var first = folder.resolve("was-there");
        run(
                work(tesseract(
                        "if [ ! -e %1$s ]; then touch %1$s; sleep 600; fi; echo Zweite > \"$2.txt\"".formatted(first))),
                file);

        assertThat(texts.of(file).pages())
                .extracting(FileText.Page::origin)
                .containsExactly(FileText.Origin.UNREADABLE, FileText.Origin.RECOGNIZED);
    }

    @Test
    @DisplayName("is read by one node at a time; what a dead node had begun goes on behind the pages it had recognized")
    void twoNodes() throws Exception {
        var file = attachUnread(TestPdfs.with(document -> {
            TestPdfs.addScan(document, "A" + number());
            TestPdfs.addScan(document, "B" + number());
        }));
        var hash = files.read(file).file().hash();
        release(hash);
        var claimed = claim(hash);
        readings.divide(
                claimed,
                List.of(new FileText.Page(1, FileText.Origin.SCAN, ""), new FileText.Page(2, FileText.Origin.SCAN, "")),
                null);
        readings.recognized(claimed, new FileText.Page(1, FileText.Origin.RECOGNIZED, "Vom ersten Knoten"));
        assertThat(database.sql("select count(*) from document_reading where hash = :hash and state = 'RUNNING'")
                        .param("hash", hash)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        run(work(tesseract("echo Vom zweiten > \"$2.txt\"")), file);
        readings.recognized(claimed, new FileText.Page(2, FileText.Origin.RECOGNIZED, "Zu spät"));
        readings.failed(claimed, FileText.Gap.UNREADABLE);

        assertThat(texts.of(file).pages())
                .extracting(FileText.Page::text)
                .containsExactly("Vom ersten Knoten", "Vom zweiten");
        assertThat(texts.of(file).state()).isEqualTo(FileText.State.THERE);
    }

    @Test
    @DisplayName("is not taken for its own again by a node whose claim ran out, though the node has it anew")
    void claimedAgain() {
        var file = attachUnread(TestPdfs.saying("Zweimal " + UUID.randomUUID()));
        var hash = files.read(file).file().hash();
        var before = claim(hash);
        var anew = claim(hash);
        var until = clock.instant().plusSeconds(60);

        assertThat(readings.renew(before, until)).isFalse();
        readings.failed(before, FileText.Gap.UNREADABLE);

        assertThat(texts.of(file).state()).isEqualTo(FileText.State.WAITING);
        assertThat(readings.renew(anew, until)).isTrue();
    }

    @Test
    @DisplayName("is given up, with the reason, after the application ended three times while reading it")
    void poisonous() {
        var file = attachUnread(TestPdfs.saying("Gift " + UUID.randomUUID()));
        var hash = files.read(file).file().hash();
        for (var attempt = 0; attempt < 3; attempt++) {
            release(hash);
            claim(hash);
        }
        run(work(""), file);

        assertThat(texts.of(file).state()).isEqualTo(FileText.State.FAILED);
        assertThat(texts.of(file).gap()).isEqualTo(FileText.Gap.UNREADABLE);
    }

    @Nested
    @DisplayName("is for those who may read the file")
    class WhoMayRead {

        @Test
        void aGuestAndThePublicGetThatOfPublicFilesOnly() {
            var open = attach("Offen.pdf", TestPdfs.saying("Offen " + UUID.randomUUID()), true);
            var closed = attach("Geheim.pdf", TestPdfs.saying("Geheim " + UUID.randomUUID()), false);
            owner.published = true;
            TestOwners.signIn(owner.guest);

            assertThat(texts.of(open).whole()).contains("Offen");
            assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> texts.of(closed));
            assertThat(texts.ofPublic(open)).isPresent();
            assertThat(texts.ofPublic(closed)).isEmpty();
            TestOwners.signOut();
            assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> texts.of(closed));
            assertThatExceptionOfType(org.springframework.security.access.AccessDeniedException.class)
                    .isThrownBy(() -> texts.forIndex(closed));
        }
    }

    private FileId attach(String name, byte[] content, boolean isPublic) {
        return files.attach(owner.asOwner(), name, isPublic, new ByteArrayInputStream(content))
                .id();
    }

    /** The application's own job must not take it from the test. */
    private FileId attachUnread(byte[] pdf) {
        var file = attach("Scan.pdf", pdf, true);
        var hash = files.read(file).file().hash();
        await().pollInSameThread().atMost(LONG).until(() -> texts.of(file).state() != FileText.State.WAITING);
        database.sql("delete from document_page where hash = :hash")
                .param("hash", hash)
                .update();
        database.sql("""
                        update document_reading set state = 'RUNNING', divided = false, gap = null, attempts = 0,
                            claimed_by = gen_random_uuid(), claimed_until = 'infinity'
                        where hash = :hash
                        """).param("hash", hash).update();
        return file;
    }

    private void forgetReading(FileId file) {
        var hash = files.read(file).file().hash();
        database.sql("delete from document_page where hash = :hash")
                .param("hash", hash)
                .update();
        database.sql("update document_reading set state = 'WAITING', divided = false where hash = :hash")
                .param("hash", hash)
                .update();
    }

    private void release(String hash) {
        database.sql("""
                        update document_reading set state = 'RUNNING', claimed_by = gen_random_uuid(),
                            claimed_until = 'infinity' where hash = :hash and state <> 'RUNNING'
                        """).param("hash", hash).update();
    }

    /** As {@link Readings#claim} would, of this one. */
    private Readings.Claimed claim(String hash) {
        return database.sql("""
                        update document_reading set claimed_by = gen_random_uuid(), claimed_until = 'infinity', attempts = attempts + 1
                        where hash = :hash returning claimed_by, attempts, divided
                        """)
                .param("hash", hash)
                .query((row, number) -> new Readings.Claimed(
                        hash,
                        row.getObject("claimed_by", UUID.class),
                        row.getInt("attempts"),
                        row.getBoolean("divided")))
                .single();
    }

    /** Has one worker do the file, and nothing else. */
    private void run(ReadingWork work, FileId file) {
        var hash = files.read(file).file().hash();
        work.start();
        release(hash);
        work.work(claim(hash));
        work.stop();
    }

    private ReadingWork work(String ocr) {
        try {
            return new ReadingWork(
                    readings,
                    renditions,
                    contents,
                    conversion,
                    new ScanRecognition(settings(ocr)),
                    settings(ocr),
                    documents,
                    ratssaal,
                    clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ReadingSettings settings(String ocr) {
        return new ReadingSettings(
                Duration.ofMinutes(1),
                DataSize.ofMegabytes(384),
                ocr,
                Duration.ofSeconds(ocr.contains("/") ? 8 : 60),
                DataSize.ofGigabytes(2),
                1);
    }

    private String tesseract(String script) throws IOException {
        var program = java.nio.file.Files.writeString(
                folder.resolve("tesseract-" + System.nanoTime()),
                "#!/bin/sh\nif [ \"$1\" = --list-langs ]; then echo deu; exit 0; fi\n" + script + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program.toString();
    }

    private static String number() {
        return Long.toString(System.nanoTime() % 1_000_000);
    }

    /** A scanned page, one with letters, an empty one. */
    private static byte[] scan(String words) {
        return TestPdfs.with(document -> {
            TestPdfs.addScan(document, words);
            TestPdfs.addPages(document, "Mit Buchstaben");
            document.addPage(new PDPage(PDRectangle.A4));
        });
    }
}
