package de.ratssaal.document;

import de.ratssaal.base.Refusal;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.util.unit.DataSize;

/**
 * Public versions of non-public PDFs, without what was marked: letters, pixels and lines are taken out of the file, and what
 * came of it is read again before it is kept (ADR 0091). The original stays what it is.
 *
 * <p>Open to whoever may change the owner of the file.
 */
@Service
public class Redaction {

    /** Dots per inch of the pages that are shown for marking. */
    private static final int SHOWN_DPI = 110;

    private static final int MAX_AREAS = 5_000;
    private static final int MAX_WORD = 200;
    private static final int MAX_LABEL = 40;
    private static final DataSize MAX_PICTURE = DataSize.ofMegabytes(20);
    private static final Duration WAIT = Duration.ofSeconds(60);
    private static final Logger LOG = LoggerFactory.getLogger(Redaction.class);

    private final Files files;
    private final Intake intake;
    private final DocumentSettings settings;
    private final Semaphore places;

    Redaction(Files files, Intake intake, DocumentSettings settings) {
        this.files = files;
        this.intake = intake;
        this.settings = settings;
        this.places = new Semaphore(settings.examinations(), true);
    }

    /** Whether a redacted version can be made of the file by whoever acts. */
    public boolean isPossible(FileSummary file) {
        return file.type() == FileType.PDF && !file.isPublic() && !file.isBlocked() && files.mayChange(file.owner());
    }

    /**
     * How large the pages are.
     *
     * @throws java.util.NoSuchElementException if there is no such file for whoever acts
     * @throws org.springframework.security.access.AccessDeniedException if whoever acts may not change its owner
     * @throws Refusal if no redacted version can be made of it
     */
    public List<PageSize> pages(FileId id) {
        return run(id, new PdfRedactor.Orders(List.of(), List.of(), ""), "find", Redaction::sizes);
    }

    /** Where a word or several stand, however they are set, on all pages. As {@link #pages} for whom. */
    public List<RedactionArea> find(FileId id, String words) {
        if (words.isBlank() || words.length() > MAX_WORD) {
            throw new Refusal("document.redact.refused.word", MAX_WORD);
        }
        return run(id, new PdfRedactor.Orders(List.of(), List.of(words), ""), "find", answer -> {
            sizes(answer);
            var found = new ArrayList<RedactionArea>();
            for (var left = answer.readInt(); left > 0; left--) {
                found.add(new RedactionArea(
                        answer.readInt(),
                        answer.readFloat(),
                        answer.readFloat(),
                        answer.readFloat(),
                        answer.readFloat()));
            }
            return found;
        });
    }

    /** A page as a PNG, to be marked in. As {@link #pages} for whom. */
    public byte[] picture(FileId id, int page) {
        return withContent(
                redactable(id),
                bytes -> run(
                        answer -> answer.readNBytes((int) MAX_PICTURE.toBytes()),
                        "show",
                        bytes.path().toString(),
                        Integer.toString(page),
                        Integer.toString(SHOWN_DPI)));
    }

    /**
     * Makes the redacted version and puts it beside the original, for everybody who reads the owner's public files. An
     * earlier one of the same original is replaced.
     *
     * @param label what stands on the bars
     * @param name of the new file
     * @throws Refusal if nothing is marked, or something of what was marked could not be taken out; nothing is kept then
     */
    public RedactedFile make(FileId id, List<RedactionArea> areas, String label, String name) {
        if (areas.isEmpty() || areas.size() > MAX_AREAS) {
            throw new Refusal("document.redact.refused.nothing-marked");
        }
        var original = redactable(id);
        var orders = new PdfRedactor.Orders(areas, List.of(), label.substring(0, Math.min(label.length(), MAX_LABEL)));
        return withContent(
                original,
                bytes -> withOrders(orders, bytes, written -> {
                    var target = bytes.beside();
                    try {
                        var report = run(
                                Redaction::report,
                                "redact",
                                bytes.path().toString(),
                                written.toString(),
                                target.toString());
                        try (var redacted = new FileInputStream(target.toFile())) {
                            return new RedactedFile(
                                    files.attachRedacted(original.id(), name, redacted, areas.size(), report), report);
                        }
                    } finally {
                        java.nio.file.Files.deleteIfExists(target);
                    }
                }));
    }

    private FileSummary redactable(FileId id) {
        var file = files.forRedaction(id);
        if (file.type() != FileType.PDF) {
            throw new Refusal("document.redact.refused.no-pdf");
        }
        if (file.isPublic()) {
            throw new Refusal("document.redact.refused.public");
        }
        return file;
    }

    // --- the process that does it
    // ----------------------------------------------------------------------------------------

    @FunctionalInterface
    private interface Reading<T> {
        T from(DataInputStream answer) throws IOException;
    }

    @FunctionalInterface
    private interface Work<A, T> {
        T on(A file) throws IOException;
    }

    private <T> T run(FileId id, PdfRedactor.Orders orders, String what, Reading<T> reading) {
        return withContent(
                redactable(id),
                bytes -> withOrders(
                        orders,
                        bytes,
                        written -> run(reading, what, bytes.path().toString(), written.toString())));
    }

    private <T> T withContent(FileSummary file, Work<Spool, T> work) {
        try (var content = files.read(file.id()).open();
                var bytes = Spool.of(content, settings.maxSize(), intake.folder())) {
            return work.on(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("redacting a PDF", e);
        }
    }

    private static <T> T withOrders(PdfRedactor.Orders orders, Spool bytes, Work<Path, T> work) throws IOException {
        var written = bytes.beside();
        try {
            orders.write(written);
            return work.on(written);
        } finally {
            java.nio.file.Files.deleteIfExists(written);
        }
    }

    private <T> T run(Reading<T> reading, String... arguments) throws IOException {
        try {
            if (!places.tryAcquire(WAIT.toSeconds(), TimeUnit.SECONDS)) {
                throw new Refusal("document.refused.busy");
            }
            try {
                return runNow(reading, arguments);
            } finally {
                places.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal("document.refused.busy");
        }
    }

    private <T> T runNow(Reading<T> reading, String... arguments) throws IOException, InterruptedException {
        var process = OwnProcess.start(PdfRedactor.class, settings.redactionMemory(), arguments);
        var clock = Thread.ofVirtual().start(() -> endInTime(process));
        try (var answer = new DataInputStream(buffered(process.getInputStream()))) {
            return switch (PdfRedactor.Verdict.values()[answer.readByte()]) {
                case DONE -> reading.from(answer);
                case UNREADABLE -> throw new Refusal("document.redact.refused.unreadable");
                case LEFT_OVER -> throw new Refusal("document.redact.refused.left-over");
            };
        } catch (IOException e) { // it ended, or was ended, before it answered
            LOG.warn(
                    "A PDF could not be redacted within {} and {}",
                    settings.redactionTime(),
                    settings.redactionMemory());
            throw new Refusal("document.redact.refused.too-much");
        } finally {
            process.destroyForcibly();
            clock.interrupt();
            process.waitFor();
        }
    }

    private static InputStream buffered(InputStream in) {
        return new BufferedInputStream(in);
    }

    private void endInTime(Process process) {
        try {
            if (!process.waitFor(settings.redactionTime().toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // it ended by itself
        }
    }

    private static List<PageSize> sizes(DataInputStream answer) throws IOException {
        var sizes = new ArrayList<PageSize>();
        for (var left = answer.readInt(); left > 0; left--) {
            sizes.add(new PageSize(answer.readFloat(), answer.readFloat()));
        }
        return sizes;
    }

    private static RedactionReport report(DataInputStream answer) throws IOException {
        var letters = answer.readInt();
        var blackened = answer.readInt();
        var removed = answer.readInt();
        var shapes = answer.readInt();
        var pages = new ArrayList<Integer>();
        for (var left = answer.readInt(); left > 0; left--) {
            pages.add(answer.readInt());
        }
        return new RedactionReport(letters, blackened, removed, shapes, pages);
    }
}
