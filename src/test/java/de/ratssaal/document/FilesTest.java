package de.ratssaal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.IntegrationTest;
import de.ratssaal.base.RatssaalProperties;
import de.ratssaal.base.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@RecordApplicationEvents
class FilesTest {

    static final long MEGABYTE = 1024 * 1024;

    @Autowired
    Files files;

    @Autowired
    FileTexts texts;

    @Autowired
    TestOwners owners;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    RatssaalProperties settings;

    @Autowired
    ContentStore contents;

    @Autowired
    ApplicationEvents events;

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
    void aPdfIsKeptWithItsPagesAndItsTextAndReadAgainAsItWas() throws IOException {
        var pdf = TestPdfs.saying("Haushaltssatzung " + UUID.randomUUID(), "Zweite Seite");

        var file = files.attach(owner.asOwner(), NewFile.master("Vorlage.pdf", true), stream(pdf));

        assertThat(file.type()).isEqualTo(FileType.PDF);
        assertThat(file.pages()).isEqualTo(2);
        assertThat(file.size()).isEqualTo(pdf.length);
        assertThat(file.uploadedBy()).isEqualTo("Karla Wendt");
        assertThat(files.list(owner.asOwner())).containsExactly(file);
        assertThat(files.read(file.id()).open()).hasBinaryContent(pdf);
        assertThat(texts.of(file.id()).whole()).contains("Haushaltssatzung", "Zweite Seite");
        assertThat(events.stream(FileAttached.class).filter(it -> it.file().equals(file.id())))
                .singleElement()
                .satisfies(it -> assertThat(it.auditLine())
                        .contains(file.hash())
                        .contains(owner.id.toString())
                        .doesNotContain("Vorlage"));
    }

    @Test
    void theMainFileStandsBeforeTheOthersAndThereIsOnlyOne() {
        var first = attach("Anlage 1.txt", true);
        var second = attach("Anlage 2.txt", false);
        var master = files.attach(owner.asOwner(), NewFile.master("Vorlage.txt", true), anything());

        assertThat(files.list(owner.asOwner())).containsExactly(master, first, second);
        refused(
                "document.refused.second-master",
                () -> files.attach(owner.asOwner(), NewFile.master("Noch eine.txt", true), anything()));
    }

    @Test
    void aStretchOfALargeFileIsReadWithoutTheRest() throws IOException {
        var large = textOf(3 * ContentStore.PART + 1000);
        var file = files.attach(owner.asOwner(), "Protokoll.txt", true, stream(large));
        var from = 2 * ContentStore.PART - 10;

        var stretch = files.read(file.id()).open(from, 20).readAllBytes();

        assertThat(stretch).isEqualTo(java.util.Arrays.copyOfRange(large, from, from + 20));
    }

    @Nested
    @DisplayName("Who may read")
    class WhoMayRead {

        @Test
        void aGuestReadsThePublicFilesOnly() {
            var open = attach("Öffentlich.txt", true);
            var closed = attach("Nichtöffentlich.txt", false);

            TestOwners.signIn(owner.guest);

            assertThat(files.list(owner.asOwner())).containsExactly(open);
            assertThat(files.find(closed.id())).isEmpty();
            assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> texts.of(closed.id()));
        }

        @Test
        void aGuessedAddressAnswersLikeOneThatDoesNotExist() {
            var closed = attach("Nichtöffentlich.txt", false);
            var unknown = FileId.next();

            TestOwners.signIn(owners.owner().member);

            assertThatExceptionOfType(NoSuchElementException.class)
                    .isThrownBy(() -> files.read(closed.id()))
                    .withMessage("file " + closed.id());
            assertThatExceptionOfType(NoSuchElementException.class)
                    .isThrownBy(() -> files.read(unknown))
                    .withMessage("file " + unknown);
        }

        @Test
        void thePublicReadsWhatIsPublicOfAPublishedOwnerAndNothingElse() {
            var open = attach("Öffentlich.txt", true);
            var closed = attach("Nichtöffentlich.txt", false);

            assertThat(files.publicContent(open.id())).isEmpty();
            owner.published = true;

            assertThat(files.publicContent(open.id())).isPresent();
            assertThat(texts.ofPublic(open.id())).isPresent();
            assertThat(files.publicList(owner.asOwner())).containsExactly(open);
            assertThat(files.publicContent(closed.id()))
                    .as("even to a clerk who may read it elsewhere")
                    .isEmpty();
            assertThat(texts.ofPublic(closed.id())).isEmpty();
        }

        @Test
        void nobodyReadsFilesOfAKindForWhichNobodyAnswers() {
            var file = attach("Datei.txt", true);
            database.sql(
                            "insert into document_file select gen_random_uuid(), 'orphan', :owner, name, hash, true, role, 1,"
                                    + " uploaded_at, uploaded_by from document_file where id = :id")
                    .param("owner", owner.id)
                    .param("id", file.id().value())
                    .update();
            var orphan = new FileOwner("orphan", owner.id);

            assertThat(files.list(orphan)).isEmpty();
            assertThat(files.publicList(orphan)).isEmpty();
            assertThatExceptionOfType(AccessDeniedException.class)
                    .isThrownBy(() -> files.attach(orphan, "Datei.txt", true, anything()));
        }
    }

    @Nested
    @DisplayName("Who may change")
    class WhoMayChange {

        @Test
        void aMemberReadsButDoesNotChange() {
            var file = attach("Datei.txt", false);

            TestOwners.signIn(owner.member);

            denied(() -> files.attach(owner.asOwner(), "Andere.txt", true, anything()));
            denied(() -> files.replace(file.id(), "Andere.txt", anything()));
            denied(() -> files.setPublic(file.id(), true));
            denied(() -> {
                files.remove(file.id());
                return file;
            });
            assertThat(files.read(file.id()).file()).isEqualTo(file);
        }

        @Test
        void whoMayNotChangeIsRefusedBeforeAnythingIsRead() {
            TestOwners.signIn(owner.member);

            denied(() -> files.attach(owner.asOwner(), "Andere.txt", true, new InputStream() {
                @Override
                public int read() {
                    throw new AssertionError("was read");
                }
            }));
        }
    }

    @Nested
    @DisplayName("Nothing is lost")
    class NothingIsLost {

        @Test
        void aReplacedFileStaysInTheHistory() throws IOException {
            var old = files.attach(owner.asOwner(), NewFile.master("Vorlage.txt", true), stream("alt".getBytes()));

            var now = files.replace(old.id(), "Vorlage neu.txt", stream("neu".getBytes()));

            assertThat(files.list(owner.asOwner())).containsExactly(now);
            assertThat(now.role()).isEqualTo(FileRole.MASTER);
            assertThat(files.history(owner.asOwner())).singleElement().satisfies(it -> {
                assertThat(it.file().id()).isEqualTo(old.id());
                assertThat(it.replacedBy()).isEqualTo(now.id());
            });
            assertThat(files.read(old.id()).open()).hasContent("alt");
            assertThat(events.stream(FileRemoved.class).filter(it -> it.file().equals(old.id())))
                    .singleElement()
                    .satisfies(it -> assertThat(it.replacedBy()).isEqualTo(now.id()));
        }

        @Test
        void aRemovedFileIsReadByThoseWhoMayChangeOnly() {
            owner.published = true;
            var file = attach("Datei.txt", true);

            files.remove(file.id());

            assertThat(files.find(file.id())).isPresent();
            assertThat(files.publicContent(file.id())).isEmpty();
            TestOwners.signIn(owner.member);
            assertThat(files.find(file.id())).isEmpty();
            assertThat(files.history(owner.asOwner())).isEmpty();
        }

        @Test
        void ofTwoWhoReplaceTheSameTheSecondIsTold() {
            var file = attach("Datei.txt", true);
            files.replace(file.id(), "Erste.txt", anything());

            refused("document.refused.gone", () -> files.replace(file.id(), "Zweite.txt", anything()));
        }

        @Test
        void theDatabaseItselfRefusesToLoseOrChangeAFile() {
            var file = attach("Datei.txt", true);

            databaseRefuses("delete from document_file where id = '%s'".formatted(file.id()));
            databaseRefuses("delete from document_content_part where hash = '%s'".formatted(file.hash()));
            databaseRefuses("update document_content_part set bytes = 'x' where hash = '%s'".formatted(file.hash()));
            databaseRefuses(
                    "update document_file set owner_id = gen_random_uuid() where id = '%s'".formatted(file.id()));
        }
    }

    @Nested
    @DisplayName("Damage is found")
    class Damage {

        @Test
        void aChangedByteIsFoundBeforeAnythingIsRead() {
            var file = attach("Datei.txt", true);
            var stored = new StoredContent(file.hash(), file.type(), file.size(), null);
            tamper(
                    "update document_content_part set bytes = set_byte(bytes, 0, get_byte(bytes, 0) # 1) where hash = '%s'"
                            .formatted(file.hash()));

            assertThatExceptionOfType(DamagedContent.class).isThrownBy(() -> contents.open(stored, 0));
            assertThatExceptionOfType(DamagedContent.class)
                    .isThrownBy(() -> files.read(file.id()).open());
        }

        @Test
        void aMissingPartIsFound() {
            var file = files.attach(owner.asOwner(), "Datei.txt", true, stream(textOf(2 * ContentStore.PART)));
            tamper("delete from document_content_part where number = 1 and hash = '%s'".formatted(file.hash()));

            assertThatExceptionOfType(DamagedContent.class)
                    .isThrownBy(() -> files.read(file.id()).open());
        }

        @Test
        void damageThatComesAfterTheFirstReadingIsFoundAtTheNext() throws IOException {
            var file = files.attach(owner.asOwner(), "Datei.txt", true, stream(textOf(2 * ContentStore.PART)));
            files.read(file.id()).open().readAllBytes();
            tamper("update document_content_part set bytes = set_byte(bytes, 5, 33) where number = 1 and hash = '%s'"
                    .formatted(file.hash()));
            var again = files.read(file.id()).open();

            assertThat(again.readNBytes(ContentStore.PART)).hasSize(ContentStore.PART);
            assertThatExceptionOfType(DamagedContent.class).isThrownBy(again::read);
        }

        private void tamper(String sql) {
            new TransactionTemplate(transactions).executeWithoutResult(running -> {
                database.sql("set local session_replication_role = replica").update(); // without triggers
                assertThat(database.sql(sql).update()).isEqualTo(1);
            });
        }
    }

    @Nested
    @DisplayName("What is not let in leaves nothing behind")
    class NotLetIn {

        @Test
        void twoHundredMegabytesAreRefusedAfterFiftyWereRead() {
            var huge = new Endless(200 * MEGABYTE);

            refused("document.refused.too-large", () -> files.attach(owner.asOwner(), "Riesig.pdf", true, huge));

            assertThat(huge.delivered).isLessThan(51 * MEGABYTE);
            assertNothingIsLeft();
        }

        @Test
        void anAnnouncedSizeIsRefusedBeforeAnythingIsRead() {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> files.requireAcceptableSize(200 * MEGABYTE))
                    .satisfies(it -> assertThat(it.arguments()).containsExactly(50L));
            files.requireAcceptableSize(50 * MEGABYTE);
        }

        @Test
        void aBrokenPdfIsRefused() {
            var broken = TestPdfs.firstHalfOf(TestPdfs.saying("Hälfte " + UUID.randomUUID()));

            refused(
                    "document.refused.pdf.BROKEN",
                    () -> files.attach(owner.asOwner(), "Kaputt.pdf", true, stream(broken)));
            assertNothingIsLeft();
        }

        @Test
        void aFileThatOnlyClaimsToBeAPdfIsRefused() {
            refused(
                    "document.refused.other-type",
                    () -> files.attach(owner.asOwner(), "Rechnung.pdf", true, stream("Guten Tag".getBytes())));
            assertNothingIsLeft();
        }

        @Test
        void theSecondOfTheSameContentIsHeldToItsNameToo() {
            var pdf = TestPdfs.saying("Einmal " + UUID.randomUUID());
            files.attach(owner.asOwner(), "Richtig.pdf", true, stream(pdf));

            refused(
                    "document.refused.other-type",
                    () -> files.attach(owner.asOwner(), "Falsch.docx", true, stream(pdf)));
        }

        @Test
        void anEmptyFileIsRefused() {
            refused(
                    "document.refused.empty",
                    () -> files.attach(owner.asOwner(), "Leer.txt", true, stream(new byte[0])));
        }

        @Test
        void aSenderWhoBreaksOffLeavesNothing() {
            var half = new Endless(MEGABYTE) {
                @Override
                protected void end() throws IOException {
                    throw new IOException("connection reset");
                }
            };

            assertThatExceptionOfType(UncheckedIOException.class)
                    .isThrownBy(() -> files.attach(owner.asOwner(), "Abgebrochen.txt", true, half));
            assertNothingIsLeft();
        }

        @Test
        void whenTheCallersTransactionFailsTheFileWasNeverThere() {
            var text = textOf(2 * ContentStore.PART);
            var hash = new String[1];

            assertThatException()
                    .isThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(running -> {
                        hash[0] = files.attach(owner.asOwner(), "Datei.txt", true, stream(text))
                                .hash();
                        throw new IllegalStateException("the rest failed");
                    }));

            assertThat(contents.find(hash[0])).isEmpty();
            assertThat(database.sql("select count(*) from document_content_part where hash = :hash")
                            .param("hash", hash[0])
                            .query(Integer.class)
                            .single())
                    .isZero();
            assertNothingIsLeft();
        }

        @Test
        void whatAKilledApplicationLeftOnDiskIsSweptAtTheNextStart() throws IOException {
            var left = java.nio.file.Files.createFile(incoming().resolve("file-left.part"));
            var inUse = java.nio.file.Files.createFile(incoming().resolve("file-in-use.part"));
            try (var channel = FileChannel.open(inUse, StandardOpenOption.WRITE)) {
                channel.lock();

                Spool.sweep(incoming());

                assertThat(left).doesNotExist();
                assertThat(inUse).exists();
            }
            java.nio.file.Files.delete(inUse);
        }

        private void assertNothingIsLeft() {
            assertThat(incoming()).isEmptyDirectory();
            assertThat(files.list(owner.asOwner())).isEmpty();
            assertThat(files.history(owner.asOwner())).isEmpty();
        }
    }

    @Test
    void twentyWhoBringTheSameAtOnceHaveItStoredOnce() throws Exception {
        var pdf = TestPdfs.saying("Gemeinsam " + UUID.randomUUID());
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var uploads = people.invokeAll(IntStream.range(0, 20)
                    .mapToObj(number -> (Callable<FileSummary>) () -> {
                        TestOwners.signIn(owner.clerk);
                        return files.attach(owner.asOwner(), "Anlage " + number + ".pdf", true, stream(pdf));
                    })
                    .toList());
            for (var upload : uploads) {
                assertThat(upload.get().size()).isEqualTo(pdf.length);
            }
        }

        var listed = files.list(owner.asOwner());
        assertThat(listed).hasSize(20);
        assertThat(listed.stream().map(FileSummary::hash).distinct()).hasSize(1);
        assertThat(database.sql("select sum(octet_length(bytes)) from document_content_part where hash = :hash")
                        .param("hash", listed.getFirst().hash())
                        .query(Long.class)
                        .single())
                .as("once, and sealed")
                .isEqualTo(pdf.length + DataKey.TAG);
    }

    @Test
    void whatTheApplicationItselfBringsNeedsNobodySignedIn(@Autowired de.ratssaal.identity.Access access) {
        TestOwners.signOut();

        var file =
                access.asSystem("minutes", () -> files.attach(owner.asOwner(), "Niederschrift.txt", true, anything()));

        assertThat(file.uploadedBy()).isEqualTo("system");
    }

    @Test
    void makingAFilePublicIsAudited() {
        var file = attach("Datei.txt", false);

        assertThat(files.setPublic(file.id(), true).isPublic()).isTrue();
        files.setPublic(file.id(), true);

        assertThat(events.stream(FilePublicityChanged.class)
                        .filter(it -> it.file().equals(file.id())))
                .hasSize(1);
    }

    private FileSummary attach(String name, boolean isPublic) {
        return files.attach(owner.asOwner(), name, isPublic, anything());
    }

    private void refused(String key, Callable<?> step) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(step::call).withMessage(key);
    }

    private void denied(Callable<?> step) {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(step::call);
    }

    private void databaseRefuses(String sql) {
        assertThatExceptionOfType(DataAccessException.class)
                .as(sql)
                .isThrownBy(() -> database.sql(sql).update());
    }

    private Path incoming() {
        return settings.data().resolve("incoming");
    }

    private static InputStream anything() {
        return stream(("Inhalt " + UUID.randomUUID()).getBytes());
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static byte[] textOf(int bytes) {
        var text = new byte[bytes];
        var random = new Random();
        for (var i = 0; i < bytes; i++) {
            text[i] = (byte) ('a' + random.nextInt(26));
        }
        return text;
    }

    /** So many bytes, counted as they are taken. */
    private static class Endless extends InputStream {

        long delivered;
        private final long length;

        Endless(long length) {
            this.length = length;
        }

        protected void end() throws IOException {
            // an ordinary end
        }

        @Override
        public int read() throws IOException {
            var single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0];
        }

        @Override
        public int read(byte[] target, int offset, int count) throws IOException {
            if (delivered >= length) {
                end();
                return -1;
            }
            java.util.Arrays.fill(target, offset, offset + count, (byte) 'x');
            delivered += count;
            return count;
        }
    }
}
