package de.ratssaal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import de.ratssaal.IntegrationTest;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** With a real clamd and a signature of our own: the usual ones cannot be had everywhere. */
@IntegrationTest
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("Files are scanned by ClamAV")
class VirusScanTest {

    static final String MALWARE = "X-RATSSAAL-TEST-MALWARE";
    static final Path CLAMD = Path.of("/usr/sbin/clamd");

    static final Path FOLDER = temporary();
    static Process clamd;

    @Autowired
    de.ratssaal.document.Files files;

    @Autowired
    DocumentAdministration administration;

    @Autowired
    ScanLater later;

    @Autowired
    VirusScan scanner;

    @Autowired
    Access access;

    @Autowired
    TestOwners owners;

    TestOwners.Owner owner;

    @BeforeAll
    static void prepare() throws IOException {
        Assumptions.assumeTrue(Files.isExecutable(CLAMD), "clamd is not installed");
        start();
    }

    @DynamicPropertySource
    static void socket(DynamicPropertyRegistry settings) {
        settings.add("ratssaal.document.clamd", () -> FOLDER.resolve("socket").toString());
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("clamd");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void start() throws IOException {
        var signatures = Files.createDirectories(FOLDER.resolve("signatures"));
        Files.writeString(
                signatures.resolve("test.ndb"),
                "Ratssaal.Test:0:*:%s\n".formatted(java.util.HexFormat.of().formatHex(MALWARE.getBytes())));
        var settings = Files.writeString(FOLDER.resolve("clamd.conf"), """
                LocalSocket %1$s/socket
                DatabaseDirectory %1$s/signatures
                TemporaryDirectory %1$s
                Foreground yes
                LogFile %1$s/log
                """.formatted(FOLDER));
        clamd = new ProcessBuilder(CLAMD.toString(), "--config-file=" + settings)
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("output").toFile())
                .start();
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (clamd != null) {
            clamd.destroyForcibly().waitFor();
        }
    }

    @BeforeEach
    void aClerkActs() {
        owner = owners.owner();
        TestOwners.signIn(owner.clerk);
        if (clamd.isAlive()) {
            await().atMost(Duration.ofSeconds(60)).until(scanner::answers);
        }
    }

    @AfterEach
    void nobodyActs() {
        TestOwners.signOut();
    }

    @Test
    @Order(1)
    void whatItFindsIsRefusedByName() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> attach("Harmlos? " + MALWARE))
                .withMessage("document.refused.infected")
                .satisfies(it -> assertThat(it.arguments()[0].toString()).contains("Ratssaal.Test"));
        assertThat(files.list(owner.asOwner())).isEmpty();
    }

    @Test
    @Order(2)
    void whatItFindsNothingInIsLetIn() {
        assertThat(attach("Harmlos " + UUID.randomUUID()).isBlocked()).isFalse();
        var condition = access.asSystem("test", administration::condition);
        assertThat(condition.scanner()).isEqualTo(DocumentCondition.Scanner.ANSWERS);
        assertThat(condition.unscanned()).isZero();
        assertThat(condition.isWorrying()).isFalse();
    }

    @Test
    @Order(3)
    void whileItIsSilentNothingIsLetInUnlessTheAdministratorChoseOtherwiseAndItIsScannedAfterwards() throws Exception {
        clamd.destroyForcibly().waitFor();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> attach("Harmlos " + UUID.randomUUID()))
                .withMessage("document.refused.not-scanned");
        assertThatExceptionOfType(AccessDeniedException.class)
                .as("a clerk chooses no rules")
                .isThrownBy(() -> administration.choose(new DocumentRules(ActiveContentRule.REFUSE, true)));

        access.asSystem("test", () -> administration.choose(new DocumentRules(ActiveContentRule.REFUSE, true)));
        var good = attach("Harmlos " + UUID.randomUUID());
        var bad = attach("Schlimm " + MALWARE);
        var condition = access.asSystem("test", administration::condition);
        assertThat(condition.scanner()).isEqualTo(DocumentCondition.Scanner.SILENT);
        assertThat(condition.unscanned()).isEqualTo(2);
        later.work();
        assertThat(access.asSystem("test", administration::condition).unscanned())
                .isEqualTo(2);

        Files.deleteIfExists(FOLDER.resolve("socket"));
        start();
        await().atMost(Duration.ofSeconds(60)).until(scanner::answers);
        later.work();

        assertThat(files.find(good.id())).isPresent();
        assertThat(files.find(bad.id())).as("nobody reads it").isEmpty();
        owner.published = true;
        assertThat(files.publicList(owner.asOwner()))
                .extracting(FileSummary::id)
                .containsExactly(good.id());
        assertThat(files.publicContent(bad.id())).isEmpty();
        assertThat(files.list(owner.asOwner()))
                .filteredOn(FileSummary::isBlocked)
                .extracting(FileSummary::id)
                .containsExactly(bad.id());
        assertThatExceptionOfType(Refusal.class)
                .as("nor can it be brought again")
                .isThrownBy(() -> attach("Schlimm " + MALWARE))
                .withMessage("document.refused.infected");
        assertThat(access.asSystem("test", administration::condition).infected())
                .isOne();
        files.remove(bad.id());
        assertThat(files.list(owner.asOwner())).extracting(FileSummary::id).containsExactly(good.id());
    }

    private FileSummary attach(String text) {
        return files.attach(owner.asOwner(), "Datei.txt", true, new ByteArrayInputStream(text.getBytes()));
    }
}
