package de.ratssaal.document;

import de.ratssaal.base.RatssaalProperties;
import de.ratssaal.base.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets files in: reads what is brought to disk, as far as the largest size allows, has it scanned and examines it. The
 * database is not busy with it before all is well.
 */
@Component
class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

    private final ContentStore contents;
    private final PdfExamination pdfs;
    private final VirusScan scanner;
    private final DocumentAdministration administration;
    private final DocumentSettings settings;
    private final Path folder;

    Intake(
            ContentStore contents,
            PdfExamination pdfs,
            VirusScan scanner,
            DocumentAdministration administration,
            DocumentSettings settings,
            RatssaalProperties ratssaal)
            throws IOException {
        this.contents = contents;
        this.pdfs = pdfs;
        this.scanner = scanner;
        this.administration = administration;
        this.settings = settings;
        this.folder = Files.createDirectories(ratssaal.data().toAbsolutePath().resolve("incoming"));
        Spool.sweep(folder);
    }

    /** @throws Refusal if a file of that size is not let in */
    void requireAcceptableSize(long bytes) {
        if (bytes > settings.maxSize().toBytes()) {
            throw Spool.tooLarge(settings.maxSize());
        }
    }

    long maxSize() {
        return settings.maxSize().toBytes();
    }

    /** Where files lie that are on their way in, or that are worked on; emptied at the start. */
    Path folder() {
        return folder;
    }

    /**
     * What was brought and found good. It can be kept as long as this is in use.
     *
     * @param removed what was taken out of what was brought
     * @param prepared none if the content is kept already
     */
    record Accepted(
            StoredContent content,
            ExtractedText text,
            boolean isScanned,
            Set<ActiveContent> removed,
            ContentStore.@Nullable Prepared prepared,
            Spool bytes) {}

    /**
     * @param name as the sender calls it
     * @param use what to do with it before it is deleted from disk
     * @throws Refusal if it is not let in
     */
    <T> T accept(String name, InputStream brought, Function<Accepted, T> use) {
        try (var bytes = Spool.of(brought, settings.maxSize(), folder)) {
            return examine(name, bytes, use);
        } catch (IOException e) {
            throw new UncheckedIOException("taking in a file", e);
        }
    }

    private <T> T examine(String name, Spool bytes, Function<Accepted, T> use) throws IOException {
        var known = contents.find(bytes.hash());
        if (known.isPresent()) { // examined when it came first
            Recognition.requireThatTheNameIsTrue(name, known.get().type());
            contents.requireClean(bytes.hash());
            return use.apply(new Accepted(known.get(), ExtractedText.NONE, true, Set.of(), null, bytes));
        }
        var type = Recognition.of(bytes.path(), name);
        var isScanned = scan(bytes);
        return switch (type) {
            case PDF -> examinePdf(bytes, isScanned, use);
            case TEXT ->
                use.apply(accepted(
                        new StoredContent(bytes.hash(), type, bytes.size(), null),
                        Recognition.textOf(bytes.path(), settings.maxText()),
                        isScanned,
                        Set.of(),
                        bytes));
            case PNG, JPEG, TIFF, ODT, ODS, ODP, DOCX, XLSX, PPTX, DOC, XLS, PPT, RTF ->
                use.apply(accepted(
                        new StoredContent(bytes.hash(), type, bytes.size(), null),
                        ExtractedText.NONE,
                        isScanned,
                        Set.of(),
                        bytes));
        };
    }

    /** @return whether it was scanned */
    private boolean scan(Spool bytes) throws IOException {
        try (var stream = bytes.open()) {
            return switch (scanner.scan(stream)) {
                case VirusScan.Outcome.Clean() -> true;
                case VirusScan.Outcome.Infected(String finding) -> {
                    LOG.warn("A file was refused: the virus scanner found {}", finding);
                    throw new Refusal("document.refused.infected", finding);
                }
                case VirusScan.Outcome.Unscanned() -> {
                    if (scanner.isSet() && !administration.current().acceptUnscanned()) {
                        throw new Refusal("document.refused.not-scanned");
                    }
                    yield false;
                }
            };
        }
    }

    private <T> T examinePdf(Spool bytes, boolean isScanned, Function<Accepted, T> use) throws IOException {
        if (administration.current().activeContent() == ActiveContentRule.REFUSE) {
            return usePdf(pdfs.examine(bytes.path(), bytes.hash(), null), bytes, isScanned, use);
        }
        var cleaned = bytes.beside();
        try {
            var examined = pdfs.examine(bytes.path(), bytes.hash(), cleaned);
            if (examined.removed().isEmpty()) {
                return usePdf(examined, bytes, isScanned, use);
            }
            try (var other = Spool.ofFile(cleaned)) {
                return usePdf(examined, other, isScanned, use);
            }
        } finally {
            Files.deleteIfExists(cleaned);
        }
    }

    private <T> T usePdf(PdfExamination.Examined examined, Spool bytes, boolean isScanned, Function<Accepted, T> use) {
        return use.apply(accepted(
                new StoredContent(bytes.hash(), FileType.PDF, bytes.size(), examined.pages()),
                examined.text(),
                isScanned,
                examined.removed(),
                bytes));
    }

    private Accepted accepted(
            StoredContent content, ExtractedText text, boolean isScanned, Set<ActiveContent> removed, Spool bytes) {
        return new Accepted(content, text, isScanned, removed, contents.prepare(content, bytes), bytes);
    }
}
