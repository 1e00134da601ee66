package de.ratssaal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.IntegrationTest;
import de.ratssaal.base.RatssaalProperties;
import de.ratssaal.base.StartRefused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
@DirtiesContext // it changes the keys
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("What is kept is sealed with keys that are not in the database")
class ContentProtectionTest {

    @Autowired
    Files files;

    @Autowired
    TestOwners owners;

    @Autowired
    JdbcClient database;

    @Autowired
    KeepSealed keepSealed;

    @Autowired
    MasterKeys keys;

    @Autowired
    RatssaalProperties settings;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock clock;

    @TempDir
    Path other;

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
    void theDatabaseHoldsNothingThatCouldBeRead() {
        var file = attach("Nichtöffentliches " + "x".repeat(ContentStore.PART));

        var parts = database.sql("select bytes from document_content_part where hash = :hash order by number")
                .param("hash", file.hash())
                .query((row, number) -> row.getBytes("bytes"))
                .list();

        assertThat(parts)
                .hasSize(2)
                .allSatisfy(part -> assertThat(new String(part, StandardCharsets.UTF_8))
                        .doesNotContain("Nichtöffentliches", "xxxx"));
        assertThat(files.read(file.id()).open())
                .asString(StandardCharsets.UTF_8)
                .startsWith("Nichtöffentliches");
    }

    @Test
    void theKeyIsReadByItsOwnerOnly() throws IOException {
        var file = settings.data().resolve("documents.key");

        assertThat(java.nio.file.Files.getPosixFilePermissions(file))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        var key = java.nio.file.Files.readString(file).strip().split(":")[1];
        assertThat(database.sql("select encode(proof, 'base64') from document_key")
                        .query(String.class)
                        .list())
                .doesNotContain(key);
    }

    @Test
    void aPartDoesNotOpenInThePlaceOfAnother() {
        var one = attach("a".repeat(ContentStore.PART) + "b".repeat(ContentStore.PART));
        tamper("""
                update document_content_part p set bytes = o.bytes from document_content_part o
                where p.hash = '%1$s' and p.number = 0 and o.hash = '%1$s' and o.number = 1
                """.formatted(one.hash()));

        assertThatExceptionOfType(DamagedContent.class)
                .isThrownBy(() -> files.read(one.id()).open());
    }

    @Test
    void aContentDoesNotOpenInThePlaceOfAnother() {
        var one = attach("eins " + UUID.randomUUID());
        var two = attach("zwei " + UUID.randomUUID());
        tamper("""
                update document_content_part p set bytes = o.bytes from document_content_part o
                where p.hash = '%s' and o.hash = '%s'
                """.formatted(one.hash(), two.hash()));
        tamper("""
                update document_content p set wrapped_key = o.wrapped_key from document_content o
                where p.hash = '%s' and o.hash = '%s'
                """.formatted(one.hash(), two.hash()));

        assertThatExceptionOfType(DamagedContent.class)
                .isThrownBy(() -> files.read(one.id()).open());
    }

    @Test
    void aStartWithoutTheKeyOrWithAnotherIsRefusedAtOnce() throws IOException {
        assertThatExceptionOfType(StartRefused.class)
                .as("missing")
                .isThrownBy(() -> keysIn(other, null).afterSingletonsInstantiated())
                .withMessageContaining("missing");
        var lines = java.nio.file.Files.readString(settings.data().resolve("documents.key"));
        var id = lines.substring(0, lines.indexOf(':'));
        assertThatExceptionOfType(StartRefused.class)
                .as("wrong")
                .isThrownBy(() -> keysIn(other, id + ":" + "A".repeat(43) + "=").afterSingletonsInstantiated())
                .withMessageContaining("not the one");
        assertThatExceptionOfType(StartRefused.class)
                .as("unreadable")
                .isThrownBy(() -> keysIn(other, "hunter2").afterSingletonsInstantiated())
                .satisfies(it -> assertThat(it.getMessage()).doesNotContain("hunter2"));
        assertThat(other).isEmptyDirectory();
        keysIn(other, lines.strip().replace("\n", ",")).afterSingletonsInstantiated();
    }

    @Test
    void contentsOfAnInstallationBeforeAreSealedInTheBackgroundAndReadMeanwhile() {
        var text = "alt ".repeat(100_000) + UUID.randomUUID();
        var file = attach(text);
        keepInClear(file.hash(), text.getBytes(StandardCharsets.UTF_8));
        var reading = files.read(file.id()).open();

        keepSealed.work();

        assertThat(reading).asString(StandardCharsets.UTF_8).isEqualTo(text);
        assertThat(files.read(file.id()).open())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(text);
        assertThat(database.sql("select count(*) from document_content where key_id is null")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(database.sql("select bytes from document_content_part where hash = :hash and number = 0")
                        .param("hash", file.hash())
                        .query((row, number) -> new String(row.getBytes("bytes"), StandardCharsets.UTF_8))
                        .single())
                .doesNotContain("alt alt");
    }

    @Test
    @Order(Integer.MAX_VALUE) // what runs with the old key has to be started again
    void afterRotationTheOldKeyIsNotNeededAnyMore() throws IOException {
        var file = attach("vor der Umstellung " + UUID.randomUUID());
        var id = keys.add();
        var rotated = keysIn(settings.data(), null);
        var work = new KeepSealed(database, rotated, new NoBeans<>(), transactions, clock);

        assertThat(work.rewrap().done()).isPositive();
        assertThat(work.rewrap().done()).as("only what does not open is left").isZero();

        var lines = java.nio.file.Files.readAllLines(settings.data().resolve("documents.key"));
        assertThat(rotated.newest()).isEqualTo(id);
        assertThat(database.sql("select key_id from document_content where hash = :hash")
                        .param("hash", file.hash())
                        .query(String.class)
                        .single())
                .isEqualTo(id);
        // a content that another test damaged still needs the old key: it stays known
        var alone = keysIn(other, String.join(",", lines));
        alone.afterSingletonsInstantiated();
        var store = new ContentStore(database, alone, new NoBeans<>(), clock);
        assertThat(store.open(store.find(file.hash()).orElseThrow(), 0))
                .asString(StandardCharsets.UTF_8)
                .startsWith("vor der Umstellung");
    }

    private FileSummary attach(String text) {
        return files.attach(
                owner.asOwner(), "Datei.txt", false, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private MasterKeys keysIn(Path folder, String given) {
        var plain = PdfExaminationTest.settings(1);
        return new MasterKeys(
                new DocumentSettings(
                        plain.maxSize(),
                        plain.examinationTime(),
                        plain.examinationMemory(),
                        1,
                        1,
                        given,
                        null,
                        plain.s3(),
                        "",
                        plain.redactionTime(),
                        plain.redactionMemory()),
                new RatssaalProperties(folder, settings.db(), "", new String[0]),
                database,
                clock);
    }

    private void keepInClear(String hash, byte[] bytes) {
        for (var number = 0; number * ContentStore.PART < bytes.length; number++) {
            var part = Arrays.copyOfRange(
                    bytes, number * ContentStore.PART, Math.min(bytes.length, (number + 1) * ContentStore.PART));
            var at = number;
            new TransactionTemplate(transactions).executeWithoutResult(running -> {
                database.sql("set local session_replication_role = replica").update();
                database.sql("update document_content_part set bytes = :bytes where hash = :hash and number = :number")
                        .param("bytes", part)
                        .param("hash", hash)
                        .param("number", at)
                        .update();
            });
        }
        tamper("update document_content set key_id = null, wrapped_key = null where hash = '%s'".formatted(hash));
    }

    private void tamper(String sql) {
        new TransactionTemplate(transactions).executeWithoutResult(running -> {
            database.sql("set local session_replication_role = replica").update(); // without triggers
            assertThat(database.sql(sql).update()).isEqualTo(1);
        });
    }

    /** No object store is set. */
    static final class NoBeans<T> implements org.springframework.beans.factory.ObjectProvider<T> {

        @Override
        public java.util.stream.Stream<T> stream() {
            return List.<T>of().stream();
        }

        @Override
        public T getIfAvailable() {
            return null;
        }
    }
}
