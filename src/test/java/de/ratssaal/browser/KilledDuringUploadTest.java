package de.ratssaal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.assertions.LocatorAssertions;
import de.ratssaal.ApplicationProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An upload during which the application is killed")
@EnabledOnOs(OS.LINUX)
class KilledDuringUploadTest {

    private static final int LINES = 700_000;

    @TempDir
    Path folder;

    @TempDir
    Path desk;

    @Test
    @DisplayName("leaves nothing behind, neither half a file nor a file on disk, and can be done again")
    void killed() throws Exception {
        var large = desk.resolve("Protokoll.txt");
        Files.writeString(large, "Ein Satz, der sehr oft in der Niederschrift steht. Nr.\n".repeat(LINES));
        try (var first = ApplicationProcess.start(folder, Map.of())) {
            var address = first.address().toString();
            var paper = paper(first);
            try (var secretariat = window(address)) {
                secretariat.signIn("sekretariat").open("/app/papers/" + paper);
                secretariat.page().locator("vaadin-upload input[type=file]").setInputFiles(large);
                await("it is on its way")
                        .atMost(ofSeconds(60))
                        .pollInterval(ofMillis(5))
                        .until(() -> !filesIn("incoming").isEmpty());

                first.kill();
            }
        }
        assertThat(filesIn("work")).as("what was under way lies there").isNotEmpty();

        try (var again = ApplicationProcess.start(folder, Map.of())) {
            var address = again.address().toString();

            assertThat(filesIn("incoming")).isEmpty();
            assertThat(filesIn("work")).noneMatch(it -> it.contains("upload"));
            assertThat(count(again, """
                            select count(*) from document_content c where c.object is null and c.size <>
                              (select coalesce(sum(octet_length(p.bytes) - 16), 0) from document_content_part p
                               where p.hash = c.hash)
                            """)).as("half files").isZero();
            assertThat(count(again, "select count(*) from document_file where name like 'Protokoll%'"))
                    .isLessThanOrEqualTo(1);
            try (var secretariat = window(address)) {
                secretariat.signIn("sekretariat").open("/app/papers/" + paper(again));
                secretariat.page().locator("vaadin-upload input[type=file]").setInputFiles(large);
                assertThat(secretariat.link("Protokoll.txt").first())
                        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
            }
            assertThat(filesIn("incoming")).isEmpty();
        }
    }

    private static String paper(ApplicationProcess application) throws Exception {
        return text(application, "select id::text from paper_paper where state = 'RELEASED' order by number limit 1");
    }

    private static int count(ApplicationProcess application, String sql) throws Exception {
        return Integer.parseInt(text(application, sql));
    }

    private static String text(ApplicationProcess application, String sql) throws Exception {
        try (var database = application.database();
                var statement = database.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private List<String> filesIn(String name) {
        var below = folder.resolve(name);
        if (!Files.exists(below)) {
            return List.of();
        }
        try (var files = Files.walk(below)) {
            return files.filter(Files::isRegularFile).map(Path::toString).toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of(); // a file went while they were listed
        }
    }

    private static Window window(String address) {
        return new Window(
                "secretariat",
                TestBrowser.get().newContext(new Browser.NewContextOptions().setLocale("de-DE")),
                address);
    }
}
