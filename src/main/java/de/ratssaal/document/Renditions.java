package de.ratssaal.document;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Files in the form of PDFs. Whoever has a file's content may have it as PDF; each content is converted once, in the
 * background.
 */
@Service
@Transactional
public class Renditions {

    private final JdbcClient database;
    private final ContentStore contents;
    private final Conversion conversion;
    private final Clock clock;

    Renditions(JdbcClient database, ContentStore contents, Conversion conversion, Clock clock) {
        this.database = database;
        this.contents = contents;
        this.conversion = conversion;
        this.clock = clock;
    }

    /** Where the file's PDF stands. Asked for the first time it is ordered, and again once what was missing is there. */
    public Rendition order(FileContent file) {
        return ofContent(contents.find(file.file().hash()).orElseThrow());
    }

    Rendition ofContent(StoredContent content) {
        if (content.type() == FileType.PDF) {
            return new Rendition(Rendition.State.DONE, pdf(content.hash()));
        }
        var found = find(content.hash());
        if (found.isEmpty()) {
            database.sql("""
                            insert into document_rendition (hash, state, asked_at) values (:hash, 'WAITING', :now)
                            on conflict do nothing
                            """)
                    .param("hash", content.hash())
                    .param("now", Timestamp.from(clock.instant()))
                    .update();
            return Rendition.of(Rendition.State.WAITING);
        }
        if (found.get().state() == Rendition.State.NOT_INSTALLED && conversion.isPossible(content.type())) {
            return again(content.hash());
        }
        return found.get();
    }

    /** Tries again what did not succeed. */
    public Rendition tryAgain(FileContent file) {
        var now = order(file);
        return now.state().isOpen() || now.state() == Rendition.State.DONE
                ? now
                : again(file.file().hash());
    }

    private Rendition again(String hash) {
        database.sql("""
                        update document_rendition set state = 'WAITING', attempts = 0
                        where hash = :hash and state in ('FAILED', 'TOO_LONG', 'NOT_INSTALLED')
                        """).param("hash", hash).update();
        return Rendition.of(Rendition.State.WAITING);
    }

    private Optional<Rendition> find(String hash) {
        return database.sql("select state, pdf from document_rendition where hash = :hash")
                .param("hash", hash)
                .query((row, number) -> {
                    var pdf = row.getString("pdf");
                    return new Rendition(
                            Rendition.State.valueOf(row.getString("state")), pdf == null ? null : pdf(pdf));
                })
                .optional();
    }

    private Rendition.Pdf pdf(String hash) {
        var content = contents.find(hash).orElseThrow();
        return new Rendition.Pdf(content, () -> contents.open(content, 0));
    }
}
