package de.ratssaal.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.ratssaal.ApplicationProcess;
import de.ratssaal.NodeWithoutPages;
import de.ratssaal.paper.AgendaItemFiles;
import de.ratssaal.paper.TestPapers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Killing the application while a scanned file is read")
@EnabledOnOs(OS.LINUX)
class KilledWhileReadingTest {

    private static final Duration LONG = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    @Test
    @DisplayName("ends the recognition, loses no page that was recognized, and leaves no litter after the restart")
    void goesOn() throws Exception {
        var data = Files.createDirectories(folder.resolve("data"));
        var started = folder.resolve("started");
        var hanging =
                program("if [ ! -e %1$s.first ]; then touch %1$s.first; echo Seite eins > \"$2.txt\"; exit 0; fi\n"
                                .formatted(started)
                        + "echo $$ >> " + started + "; exec sleep 600");
        try (var first = ApplicationProcess.start(data, Map.of("RATSSAAL_READING_OCR", hanging), "--empty")) {
            first.address();
            attachScan(first);
            await().atMost(LONG).until(() -> Files.exists(started) && Files.size(started) > 0);
            first.kill();
        }
        var process = Long.parseLong(Files.readString(started).strip());
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        ProcessHandle.of(process).filter(ProcessHandle::isAlive).isEmpty());

        var working = Map.of("RATSSAAL_READING_OCR", program("echo Seite danach > \"$2.txt\""));
        try (var second = ApplicationProcess.start(data, working)) {
            second.address();
            await().atMost(LONG)
                    .untilAsserted(() -> assertThat(rows(second, "select state from document_reading"))
                            .containsExactly("DONE"));
            assertThat(rows(second, "select text from document_page order by number"))
                    .containsExactly("Seite eins", "Seite danach");
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(data.resolve("readings")).isEmptyDirectory());
        }
    }

    private String program(String script) throws IOException {
        var program = Files.writeString(
                folder.resolve("tesseract-" + System.nanoTime()),
                "#!/bin/sh\nif [ \"$1\" = --list-langs ]; then echo deu; exit 0; fi\n" + script + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program.toString();
    }

    private static void attachScan(ApplicationProcess application) throws Exception {
        try (var node = NodeWithoutPages.on(
                application.databaseAddress(), application.databasePassword(), application.documentsKey())) {
            var test = new TestPapers(node);
            var meeting = test.meetingOf(test.council);
            var item = test.itemOf(meeting, true);
            var files = node.getBean(de.ratssaal.document.Files.class);
            var pdf = TestPdfs.with(document -> {
                TestPdfs.addScan(document, "Eins");
                TestPdfs.addScan(document, "Zwei");
            });
            TestPapers.as(
                    test.clerk,
                    () -> files.attach(AgendaItemFiles.owner(item), "Scan.pdf", true, new ByteArrayInputStream(pdf)));
        }
    }

    private static List<String> rows(ApplicationProcess application, String question) throws Exception {
        try (var database = application.database();
                var statement = database.createStatement();
                var rows = statement.executeQuery(question)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(Objects.requireNonNull(rows.getString(1)));
            }
            return found;
        }
    }
}
