package de.ratssaal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import de.ratssaal.IntegrationTest;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.StartRefused;
import de.ratssaal.identity.Access;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** With a real S3 server, s3proxy, as a process of its own; its objects are files that the test can look into. */
@IntegrationTest
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("Contents in an S3-compatible store")
class S3StoreTest {

    static Path folder;
    static Process server;
    static int port;

    @Autowired
    de.ratssaal.document.Files files;

    @Autowired
    TestOwners owners;

    @Autowired
    JdbcClient database;

    @Autowired
    ContentStore contents;

    @Autowired
    MasterKeys keys;

    @Autowired
    ObjectProvider<ObjectStore> objects;

    @Autowired
    DocumentAdministration administration;

    @Autowired
    Access access;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Clock clock;

    TestOwners.Owner owner;

    @DynamicPropertySource
    static void start(DynamicPropertyRegistry settings) throws IOException {
        folder = Files.createTempDirectory("s3");
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        Files.createDirectories(folder.resolve("objects/ratssaal"));
        var properties = Files.writeString(folder.resolve("s3proxy.conf"), """
                s3proxy.endpoint=http://127.0.0.1:%d
                s3proxy.authorization=aws-v2-or-v4
                s3proxy.identity=ratssaal
                s3proxy.credential=secret-of-the-store
                jclouds.provider=filesystem
                jclouds.filesystem.basedir=%s/objects
                """.formatted(port, folder));
        server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-jar",
                        "target/s3proxy.jar",
                        "--properties",
                        properties.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        await().atMost(Duration.ofSeconds(60)).until(S3StoreTest::isOpen);
        settings.add("ratssaal.document.s3.endpoint", () -> URI.create("http://127.0.0.1:" + port));
        settings.add("ratssaal.document.s3.bucket", () -> "ratssaal");
        settings.add("ratssaal.document.s3.access-key", () -> "ratssaal");
        settings.add("ratssaal.document.s3.secret-key", () -> "secret-of-the-store");
    }

    private static boolean isOpen() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @AfterAll
    static void stop() throws InterruptedException {
        server.destroyForcibly().waitFor();
    }

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
    @Order(1)
    void areReadAgainAsTheyWereWholeAndInStretches() throws IOException {
        var text = "Nichtöffentlich ".repeat(50_000) + UUID.randomUUID();

        var file = attach(text);

        assertThat(files.read(file.id()).open())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo(text);
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var from = 2 * ContentStore.PART - 5;
        assertThat(files.read(file.id()).open(from, 10).readAllBytes())
                .isEqualTo(java.util.Arrays.copyOfRange(bytes, from, from + 10));
        assertThat(access.asSystem("test", administration::condition).inObjectStore())
                .isPositive();
    }

    @Test
    @Order(2)
    void lieThereSealedOnceAndUnderNamesThatTellNothing() throws IOException {
        var before = objectsThere().size();
        var text = "Nichtöffentlich " + UUID.randomUUID();

        var file = attach(text);
        attach(text);

        assertThat(objectsThere()).hasSize(before + 1);
        for (var object : objectsThere()) {
            assertThat(object.getFileName().toString()).doesNotContain(file.hash());
            assertThat(Files.readString(object, StandardCharsets.ISO_8859_1)).doesNotContain("ffentlich");
        }
        assertThat(database.sql("select count(*) from document_content_part")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    @Order(3)
    void damageAndLossAreFound() throws IOException {
        var changed = attach("geändert " + UUID.randomUUID());
        var object = objectOf(changed);
        var bytes = Files.readAllBytes(object);
        bytes[3] ^= 1;
        Files.write(object, bytes);
        var lost = attach("verloren " + UUID.randomUUID());
        Files.delete(objectOf(lost));

        assertThatExceptionOfType(DamagedContent.class)
                .isThrownBy(() -> files.read(changed.id()).open());
        assertThatExceptionOfType(DamagedContent.class)
                .isThrownBy(() -> files.read(lost.id()).open());
    }

    @Test
    @Order(4)
    void whatAFailedUploadLeftIsRemovedAfterAWhileAndNothingElse() throws IOException {
        var kept = attach("bleibt " + UUID.randomUUID());
        var before = objectsThere().size();
        assertThatException()
                .isThrownBy(() -> new TransactionTemplate(transactions).executeWithoutResult(running -> {
                    attach("kommt nicht an " + UUID.randomUUID());
                    throw new IllegalStateException("the rest failed");
                }));

        work(Duration.ZERO).removeUnused();
        assertThat(objectsThere()).as("an upload may be under way").hasSizeGreaterThanOrEqualTo(before);
        work(KeepSealed.GRACE.plusMinutes(1)).removeUnused();

        assertThat(objectsThere()).contains(objectOf(kept));
        assertThat(database.sql("select count(*) from document_object")
                        .query(Integer.class)
                        .single())
                .isEqualTo(database.sql("select count(object) from document_content")
                        .query(Integer.class)
                        .single());
        assertThat(files.read(kept.id()).open())
                .asString(StandardCharsets.UTF_8)
                .startsWith("bleibt");
    }

    @Test
    @Order(4)
    void aStartThatForgetsTheStoreIsRefused() {
        attach("liegt dort " + UUID.randomUUID());

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> new ContentStore(database, keys, new ContentProtectionTest.NoBeans<>(), clock)
                        .afterSingletonsInstantiated());
    }

    @Test
    @Order(5)
    void whileTheStoreIsAwayNothingIsKeptAndWhoeverBringsItIsTold() throws Exception {
        server.destroyForcibly().waitFor();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> attach("kommt nicht an " + UUID.randomUUID()))
                .withMessage("document.refused.store-away");
        assertThat(files.list(owner.asOwner())).isEmpty();
    }

    private KeepSealed work(Duration later) {
        return new KeepSealed(database, keys, objects, transactions, Clock.offset(clock, later));
    }

    private FileSummary attach(String text) {
        return files.attach(
                owner.asOwner(), "Datei.txt", false, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private Path objectOf(FileSummary file) throws IOException {
        var object = database.sql("select object from document_content where hash = :hash")
                .param("hash", file.hash())
                .query(UUID.class)
                .single();
        return objectsThere().stream()
                .filter(it -> it.getFileName().toString().contains(object.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Path> objectsThere() {
        try (Stream<Path> all = Files.walk(folder.resolve("objects"))) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
