package de.ratssaal.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.ratssaal.ApplicationProcess;
import de.ratssaal.NodeWithoutPages;
import de.ratssaal.document.TestPdfs;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.paper.AgendaItemFiles;
import de.ratssaal.paper.TestPapers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Killing the application")
@EnabledOnOs(OS.LINUX)
class KilledWhileBindingTest {

    private static final Duration LONG = Duration.ofMinutes(3);
    private static final int FILES = 30;
    private static final int PAGES = 60;

    @TempDir
    Path folder;

    private Path data;
    private MeetingId meeting;

    @BeforeEach
    void foldersAreThere() throws IOException {
        data = Files.createDirectories(folder.resolve("data"));
    }

    @Test
    @DisplayName("while a file is converted ends the conversion; it is done after the restart and leaves no litter")
    void whileConverting() throws Exception {
        var started = folder.resolve("started");
        var hanging = Map.of(
                "RATSSAAL_PACKET_SETTLE",
                "0s",
                "RATSSAAL_CONVERSION_PROGRAM",
                program("echo $$ >> " + started + "; exec sleep 600"));
        try (var first = ApplicationProcess.start(data, hanging, "--empty")) {
            first.address();
            prepare(first, 1, 1, () -> {
                await().atMost(LONG).until(() -> Files.exists(started) && Files.size(started) > 0);
                first.kill();
            });
        }
        assertEnded(Files.readString(started).strip());

        var pdf = Files.write(folder.resolve("made.pdf"), TestPdfs.saying("Aus Word gemacht"));
        var working = Map.of(
                "RATSSAAL_PACKET_SETTLE",
                "0s",
                "RATSSAAL_CONVERSION_PROGRAM",
                program("while [ \"$1\" != --outdir ]; do shift; done; cp " + pdf + " \"$2/document.pdf\""));
        try (var second = ApplicationProcess.start(data, working)) {
            second.address();
            await().atMost(LONG).untilAsserted(() -> assertThat(states(second)).containsOnly("BOUND", "BOUND"));
            assertThat(rows(second, "select state from document_rendition")).containsExactly("DONE");
            assertNoLitter();
        }
    }

    @Test
    @DisplayName("while a packet is bound ends the binder; it goes on after the restart and leaves no litter")
    void whileBinding() throws Exception {
        var settings = Map.of("RATSSAAL_PACKET_SETTLE", "0s", "RATSSAAL_CONVERSION_PROGRAM", "");
        var binders = new ArrayList<ProcessHandle>();
        try (var first = ApplicationProcess.start(data, settings, "--empty")) {
            first.address();
            prepare(first, FILES, PAGES, () -> {
                await().atMost(LONG).pollInterval(Duration.ofMillis(2)).until(this::isBinding);
                ProcessHandle.allProcesses()
                        .filter(it -> it.info().commandLine().orElse("").contains("packet.pdf.Bookbinder")
                                && it.info().commandLine().orElse("").contains(data.toString()))
                        .forEach(binders::add);
                first.kill();
            });
        }
        binders.forEach(it -> assertEnded(Long.toString(it.pid())));

        try (var second = ApplicationProcess.start(data, settings)) {
            second.address();
            await().atMost(LONG).untilAsserted(() -> assertThat(states(second)).containsOnly("BOUND", "BOUND"));
            try (var packet = Loader.loadPDF(read(second.address().resolve(PacketLinks.forEverybody(meeting))))) {
                assertThat(packet.getNumberOfPages()).isEqualTo(FILES * PAGES + 3);
            }
            assertThat(rows(second, "select hash from document_derived except select hash from packet_packet"))
                    .isEmpty();
            assertNoLitter();
        }
    }

    private interface Step {

        void take() throws Exception;
    }

    private static byte[] read(URI address) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.body();
        }
    }

    private boolean isBinding() {
        try (var packets = Files.walk(data.resolve("packets"))) {
            return packets.anyMatch(it -> it.endsWith("journal"));
        } catch (IOException | java.io.UncheckedIOException e) {
            return false; // not there yet
        }
    }

    private void assertNoLitter() {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            for (var name : List.of("packets", "conversions", "derived", "incoming")) {
                assertThat(data.resolve(name)).isEmptyDirectory();
            }
        });
    }

    private static void assertEnded(String process) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> ProcessHandle.of(Long.parseLong(process))
                        .filter(ProcessHandle::isAlive)
                        .isEmpty());
    }

    private String program(String script) throws IOException {
        var program = Files.writeString(folder.resolve("office-" + UUID.randomUUID()), "#!/bin/sh\n" + script + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return program.toString();
    }

    /** A convened meeting with a public item and files on it, and what is done as soon as it is convened. */
    private void prepare(ApplicationProcess application, int files, int pages, Step then) throws Exception {
        try (var node = NodeWithoutPages.on(
                application.databaseAddress(), application.databasePassword(), application.documentsKey())) {
            var test = new TestPapers(node);
            meeting = test.meetingOf(test.council);
            var item = test.itemOf(meeting, true);
            var service = node.getBean(de.ratssaal.document.Files.class);
            for (var number = 0; number < files; number++) {
                var texts = new ArrayList<String>();
                for (var page = 0; page < pages; page++) {
                    texts.add("Datei %d, Seite %d".formatted(number, page));
                }
                var content = files == 1
                        ? "Ein Vermerk".getBytes(StandardCharsets.UTF_8)
                        : TestPdfs.saying(texts.toArray(String[]::new));
                var name = files == 1 ? "Vermerk.txt" : "Anlage.pdf";
                TestPapers.as(
                        test.clerk,
                        () -> service.attach(
                                AgendaItemFiles.owner(item), name, true, new ByteArrayInputStream(content)));
            }
            test.convene(meeting);
            then.take();
        }
    }

    private List<String> states(ApplicationProcess application) throws Exception {
        return rows(application, "select state from packet_packet where meeting_id = '" + meeting + "'");
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
