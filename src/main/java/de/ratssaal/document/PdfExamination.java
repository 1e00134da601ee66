package de.ratssaal.document;

import de.ratssaal.base.Refusal;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Has PDFs examined by {@link PdfExaminer} in processes of their own, few at a time, each bounded in memory and time. */
@Component
class PdfExamination {

    private static final Logger LOG = LoggerFactory.getLogger(PdfExamination.class);
    private static final Duration WAIT = Duration.ofSeconds(60);
    private static final int MAX_BLOCK = 16 * 1024 * 1024;

    private final DocumentSettings settings;
    private final Semaphore places;
    private final Map<String, CompletableFuture<Examined>> running = new ConcurrentHashMap<>();

    PdfExamination(DocumentSettings settings) {
        this.settings = settings;
        this.places = new Semaphore(settings.examinations(), true);
    }

    /**
     * What a PDF that is let in holds. Several who bring the same at once share one examination.
     *
     * @param hash SHA-256 of the content
     * @throws Refusal if the PDF is not let in
     */
    Examined examine(Path pdf, String hash) throws IOException {
        var mine = new CompletableFuture<Examined>();
        var others = running.putIfAbsent(hash, mine);
        if (others != null) {
            return resultOf(others);
        }
        try {
            mine.complete(examine(pdf));
        } catch (IOException | RuntimeException e) {
            mine.completeExceptionally(e);
        } finally {
            running.remove(hash);
        }
        return resultOf(mine);
    }

    private static Examined resultOf(CompletableFuture<Examined> examination) throws IOException {
        try {
            return examination.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case Refusal refusal -> throw new Refusal(refusal.key(), refusal.arguments());
                case null, default -> throw new IOException("examining a PDF", e);
            }
        }
    }

    /** What a PDF that is let in holds. */
    record Examined(int pages, ExtractedText text) {}

    /** @throws Refusal if the PDF is not let in */
    Examined examine(Path pdf) throws IOException {
        try {
            if (!places.tryAcquire(WAIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new Refusal("document.refused.busy");
            }
            try {
                return examineNow(pdf);
            } finally {
                places.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("document.refused.busy");
        }
    }

    private Examined examineNow(Path pdf) throws IOException, InterruptedException {
        var process = start(pdf);
        var clock = Thread.ofVirtual().start(() -> endInTime(process));
        try (var answer = new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
            var verdict = verdict(answer);
            var pages = answer.readInt();
            return new Examined(pages, text(verdict, answer));
        } catch (IOException e) { // it ended, or was ended, before it answered
            LOG.warn(
                    "A PDF could not be examined within {} and {}",
                    settings.examinationTime(),
                    settings.examinationMemory());
            throw new Refusal("document.refused.pdf.UNEXAMINED");
        } finally {
            process.destroyForcibly();
            clock.interrupt();
            process.waitFor();
        }
    }

    private static PdfExaminer.Verdict verdict(DataInputStream answer) throws IOException {
        var verdict = PdfExaminer.Verdict.values()[answer.readByte()];
        return switch (verdict) {
            case GOOD -> verdict;
            case BROKEN, ENCRYPTED, SCRIPT, LAUNCHES, EMBEDS_PROGRAM, FORM_WITH_PROGRAM ->
                throw new Refusal("document.refused.pdf." + verdict);
        };
    }

    private ExtractedText text(PdfExaminer.Verdict verdict, DataInputStream answer) throws IOException {
        var text = new StringBuilder();
        try {
            for (var length = answer.readInt(); length >= 0; length = answer.readInt()) {
                if (length > MAX_BLOCK || text.length() > settings.maxText()) {
                    return new ExtractedText(text.toString(), false);
                }
                var bytes = new byte[length];
                answer.readFully(bytes);
                text.append(new String(bytes, StandardCharsets.UTF_8));
            }
            return new ExtractedText(text.toString(), answer.readBoolean());
        } catch (IOException e) { // as above
            LOG.info("The text of a PDF ({}) could not be read to its end", verdict);
            return new ExtractedText(text.toString(), false);
        }
    }

    private void endInTime(Process process) {
        try {
            if (!process.waitFor(settings.examinationTime().toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it ended by itself
        }
    }

    private Process start(Path pdf) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + settings.examinationMemory().toMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+DisplayVMOutputToStderr", // its last words are no part of the answer
                "-Xshare:auto",
                "-Djava.awt.headless=true"));
        command.addAll(program());
        command.addAll(List.of(
                pdf.toString(),
                Integer.toString(settings.maxText()),
                Long.toString(settings.examinationTime().toMillis() / 2)));
        var builder = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")));
        builder.environment().clear(); // it need not know passwords
        return builder.start();
    }

    /** The class path and the main class; in the packed jar both are found by Spring's launcher. */
    private static List<String> program() {
        var where = PdfExaminer.class.getProtectionDomain().getCodeSource().getLocation();
        return where.getProtocol().equals("file")
                ? List.of("-cp", System.getProperty("java.class.path"), PdfExaminer.class.getName())
                : List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dloader.main=" + PdfExaminer.class.getName(),
                        "org.springframework.boot.loader.launch.PropertiesLauncher");
    }
}
