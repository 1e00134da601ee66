package de.ratssaal.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** Recognizes the letters of scanned pages with tesseract, in a process of its own that is bounded in time and memory. */
@Component
class ScanRecognition {

    private static final String LANGUAGE = "deu";
    private static final DataSize MOST_TEXT = DataSize.ofMegabytes(2);
    private static final DataSize MOST_PICTURE = DataSize.ofMegabytes(200);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final Logger LOG = LoggerFactory.getLogger(ScanRecognition.class);

    private final ReadingSettings settings;

    ScanRecognition(ReadingSettings settings) {
        this.settings = settings;
    }

    /** Whether tesseract and its German dictionary are installed. Starts it. */
    boolean isPossible() {
        return InstalledProgram.find(settings.ocr()).filter(this::knowsGerman).isPresent();
    }

    private boolean knowsGerman(String program) {
        try {
            var process = new ProcessBuilder(program, "--list-langs")
                    .redirectErrorStream(true)
                    .start();
            try (var answer = process.inputReader(StandardCharsets.UTF_8)) {
                process.getOutputStream().close();
                if (!process.waitFor(ANSWER.toSeconds(), TimeUnit.SECONDS)) {
                    LOG.warn("{} does not answer", program);
                    return false;
                }
                return answer.lines().anyMatch(it -> it.strip().equals(LANGUAGE));
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be started: {}", program, e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * The text of a page.
     *
     * @param folder is the work's alone
     * @return nothing if it could not be recognized within its bounds
     */
    Optional<String> text(Path pdf, int page, Path folder) throws IOException, InterruptedException {
        var program = InstalledProgram.find(settings.ocr());
        var picture = folder.resolve("page.png");
        var text = folder.resolve("page.txt");
        try {
            if (program.isEmpty() || !draw(pdf, page, picture, folder)) {
                return Optional.empty();
            }
            var environment = new HashMap<>(InstalledProgram.environment(folder));
            environment.put("OMP_THREAD_LIMIT", "1");
            var command = List.of(
                    program.get(), picture.toString(), folder.resolve("page").toString(), "-l", LANGUAGE);
            var ended = new BoundedProgram(settings.pageTime(), settings.pageMemory(), MOST_TEXT)
                    .run(command, folder, environment);
            return isGood(ended) && Files.exists(text)
                    ? Optional.of(Files.readString(text, StandardCharsets.UTF_8))
                    : Optional.empty();
        } finally {
            Files.deleteIfExists(picture);
            Files.deleteIfExists(text);
        }
    }

    private boolean draw(Path pdf, int page, Path picture, Path folder) throws IOException, InterruptedException {
        var ended = new BoundedJava(settings.pageTime(), settings.memory(), MOST_PICTURE)
                .run(PageReader.class, folder, "picture", pdf.toString(), Integer.toString(page), picture.toString());
        return isGood(ended) && Files.exists(picture);
    }

    private static boolean isGood(OptionalInt ended) {
        return ended.isPresent() && ended.getAsInt() == 0;
    }
}
