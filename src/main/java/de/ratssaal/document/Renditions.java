package de.ratssaal.document;

import de.ratssaal.base.Refusal;
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
        if (isInfected(content.hash())) {
            return Rendition.of(Rendition.State.FAILED);
        }
        if (content.type() == FileType.PDF) {
            return new Rendition(Rendition.State.DONE, pdf(content.hash(), content.hash()));
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

    /** Whether the scanner found a virus in a content: then nothing that was made of it is handed out either. */
    private boolean isInfected(String hash) {
        return database.sql("select exists (select from document_content where hash = :hash and scan = 'INFECTED')")
                .param("hash", hash)
                .query(Boolean.class)
                .single();
    }

    /** Tries again what did not succeed. */
    public Rendition tryAgain(FileContent file) {
        if (isInfected(file.file().hash())) {
            return Rendition.of(Rendition.State.FAILED);
        }
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
                    if (pdf != null && isInfected(pdf)) {
                        return Rendition.of(Rendition.State.FAILED);
                    }
                    return new Rendition(
                            Rendition.State.valueOf(row.getString("state")), pdf == null ? null : pdf(pdf, hash));
                })
                .optional();
    }

    private Rendition.Pdf pdf(String hash, String source) {
        var content = contents.find(hash).orElseThrow();
        return new Rendition.Pdf(content, () -> {
            if (isInfected(source) || isInfected(hash)) { // found after it was asked for
                throw new Refusal("document.refused.infected");
            }
            return contents.open(content, 0);
        });
    }
}
