package de.ratssaal.document;

import de.ratssaal.base.Refusal;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
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
     * What a PDF that is let in holds. Several who bring the same at once share one examination, unless a cleaned version is
     * wanted: each has its own of that.
     *
     * @param hash SHA-256 of the content
     * @param cleaned where to put a version without active content if there is any; none to refuse it
     * @throws Refusal if the PDF is not let in
     */
    Examined examine(Path pdf, String hash, @Nullable Path cleaned) throws IOException {
        if (cleaned != null) {
            return examine(pdf, cleaned);
        }
        var mine = new CompletableFuture<Examined>();
        var others = running.putIfAbsent(hash, mine);
        if (others != null) {
            return resultOf(others);
        }
        try {
            mine.complete(examine(pdf, (Path) null));
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

    /**
     * What a PDF that is let in holds.
     *
     * @param removed what the cleaned version lacks; if nothing, there is none and the PDF is good as it is
     */
    record Examined(int pages, ExtractedText text, Set<ActiveContent> removed) {}

    /** @throws Refusal if the PDF is not let in */
    Examined examine(Path pdf, @Nullable Path cleaned) throws IOException {
        try {
            if (!places.tryAcquire(WAIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new Refusal("document.refused.busy");
            }
            try {
                return examineNow(pdf, cleaned);
            } finally {
                places.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("document.refused.busy");
        }
    }

    private Examined examineNow(Path pdf, @Nullable Path cleaned) throws IOException, InterruptedException {
        var process = start(pdf, cleaned);
        var clock = Thread.ofVirtual().start(() -> endInTime(process));
        try (var answer = new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
            var verdict = PdfExaminer.Verdict.values()[answer.readByte()];
            var found = activeContent(answer.readInt());
            requireGood(verdict, found);
            var pages = answer.readInt();
            return new Examined(pages, text(verdict, answer), found);
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

    private static Set<ActiveContent> activeContent(int bits) {
        var found = EnumSet.noneOf(ActiveContent.class);
        for (var kind : ActiveContent.values()) {
            if ((bits >> kind.ordinal() & 1) == 1) {
                found.add(kind);
            }
        }
        return found;
    }

    /** Of several things that a PDF may do the first, and worst, is named. */
    private static void requireGood(PdfExaminer.Verdict verdict, Set<ActiveContent> found) {
        switch (verdict) {
            case GOOD -> {}
            case ACTIVE ->
                throw new Refusal("document.refused.pdf." + found.iterator().next());
            case BROKEN, ENCRYPTED, SIGNED_AND_ACTIVE -> throw new Refusal("document.refused.pdf." + verdict);
        }
    }

    private ExtractedText text(PdfExaminer.Verdict verdict, DataInputStream answer) throws IOException {
        var pages = new ArrayList<String>();
        var most = 4L * settings.maxText(); // bytes of a letter
        try {
            for (var length = answer.readInt(); length >= 0; length = answer.readInt()) {
                most -= length;
                if (length > MAX_BLOCK || most < 0) {
                    return new ExtractedText(pages, false);
                }
                var bytes = new byte[length];
                answer.readFully(bytes);
                pages.add(new String(bytes, StandardCharsets.UTF_8));
            }
            return new ExtractedText(pages, answer.readBoolean());
        } catch (IOException e) { // as above
            LOG.info("The text of a PDF ({}) could not be read to its end", verdict);
            return new ExtractedText(pages, false);
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

    private Process start(Path pdf, @Nullable Path cleaned) throws IOException {
        return OwnProcess.start(
                PdfExaminer.class,
                settings.examinationMemory(),
                pdf.toString(),
                Integer.toString(settings.maxText()),
                Long.toString(settings.examinationTime().toMillis() / 2),
                cleaned == null ? "-" : cleaned.toString());
    }
}
