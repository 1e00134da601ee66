package de.ratssaal.document;

import de.ratssaal.base.RatssaalProperties;
import de.ratssaal.identity.Access;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/**
 * PDFs that are made from files, such as a meeting's packet: kept and checked as files are, but they belong to nobody's file
 * and go when they are not needed any more.
 *
 * <p>Who may read one is decided by the module that made it, before it asks here.
 */
@Service
public class DerivedContents {

    private static final List<String> PARTS_BEFORE_WHOLE =
            List.of("document_content_part", "document_content", "document_derived");

    private final ContentStore contents;
    private final Access access;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Path folder;

    DerivedContents(
            ContentStore contents,
            Access access,
            JdbcClient database,
            PlatformTransactionManager transactions,
            RatssaalProperties ratssaal)
            throws IOException {
        this.contents = contents;
        this.access = access;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.folder = Files.createDirectories(ratssaal.data().toAbsolutePath().resolve("derived"));
        Spool.sweep(folder);
    }

    /**
     * Keeps a PDF. For the application itself.
     *
     * @param max a larger one is refused
     * @return its hash
     */
    public String keep(Path pdf, int pages, DataSize max) {
        access.requireSystem();
        try (var stream = Files.newInputStream(pdf);
                var bytes = Spool.of(stream, max, folder)) {
            var content = new StoredContent(bytes.hash(), FileType.PDF, bytes.size(), pages);
            keep(content, bytes);
            return bytes.hash();
        } catch (IOException e) {
            throw new UncheckedIOException("keeping what was made", e);
        }
    }

    /** All that this module keeps without a file goes through here. */
    void keep(StoredContent content, Spool bytes) {
        if (contents.find(content.hash()).isPresent()) {
            return;
        }
        var prepared = contents.prepare(content, bytes);
        transaction.executeWithoutResult(running -> {
            // scanned: what it was made of went past the scanner, and the application itself wrote it
            if (contents.keep(content, true, prepared, bytes)) {
                markAsDerived(content.hash());
            }
        });
    }

    private void markAsDerived(String hash) {
        database.sql("insert into document_derived (hash) values (:hash) on conflict do nothing")
                .param("hash", hash)
                .update();
    }

    /**
     * A stretch of what is kept.
     *
     * @param from first byte, counted from 0
     * @return nothing if it is not kept
     */
    public Optional<InputStream> open(String hash, long from) {
        return contents.find(hash).map(it -> contents.open(it, from));
    }

    /** Forgets what is not needed any more, unless somebody has the same as a file. For the application itself. */
    @Transactional
    public void discard(String hash) {
        access.requireSystem();
        var isFree = database.sql("""
                        select exists (select from document_derived d where hash = :hash
                            and not exists (select from document_file f where f.hash = d.hash)
                            and not exists (select from document_rendition r where d.hash in (r.hash, r.pdf)))
                        """).param("hash", hash).query(Boolean.class).single();
        if (isFree) {
            for (var table : PARTS_BEFORE_WHOLE) {
                database.sql("delete from " + table + " where hash = :hash")
                        .param("hash", hash)
                        .update();
            }
        }
    }
}
