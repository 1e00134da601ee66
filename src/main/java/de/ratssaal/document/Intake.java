package de.ratssaal.document;

import de.ratssaal.base.RatssaalProperties;
import de.ratssaal.base.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets files in: reads what is brought to disk, as far as the largest size allows, and examines it. The database is not
 * busy with it before all is well.
 */
@Component
class Intake {

    private final ContentStore contents;
    private final PdfExamination pdfs;
    private final DocumentSettings settings;
    private final Path folder;

    Intake(ContentStore contents, PdfExamination pdfs, DocumentSettings settings, RatssaalProperties ratssaal)
            throws IOException {
        this.contents = contents;
        this.pdfs = pdfs;
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

    /** What was brought and found good. It can be kept as long as this is in use. */
    record Accepted(StoredContent content, ExtractedText text, Spool bytes) {}

    /**
     * @param name as the sender calls it
     * @param use what to do with it before it is deleted from disk
     * @throws Refusal if it is not let in
     */
    <T> T accept(String name, InputStream brought, Function<Accepted, T> use) {
        try (var bytes = Spool.of(brought, settings.maxSize(), folder)) {
            return use.apply(examine(name, bytes));
        } catch (IOException e) {
            throw new UncheckedIOException("taking in a file", e);
        }
    }

    private Accepted examine(String name, Spool bytes) throws IOException {
        var known = contents.find(bytes.hash());
        if (known.isPresent()) { // examined when it came first
            Recognition.requireThatTheNameIsTrue(name, known.get().type());
            return new Accepted(known.get(), ExtractedText.NONE, bytes);
        }
        var type = Recognition.of(bytes.path(), name);
        return switch (type) {
            case PDF -> {
                var examined = pdfs.examine(bytes.path(), bytes.hash());
                yield accepted(bytes, type, examined.pages(), examined.text());
            }
            case TEXT -> accepted(bytes, type, null, Recognition.textOf(bytes.path(), settings.maxText()));
            case PNG, JPEG, TIFF, ODT, ODS, ODP, DOCX, XLSX, PPTX, DOC, XLS, PPT, RTF ->
                accepted(bytes, type, null, ExtractedText.NONE);
        };
    }

    private static Accepted accepted(Spool bytes, FileType type, @Nullable Integer pages, ExtractedText text) {
        return new Accepted(new StoredContent(bytes.hash(), type, bytes.size(), pages), text, bytes);
    }
}
