package de.ratssaal.document;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.RatssaalProperties;
import de.ratssaal.base.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Converts what waits. */
@Component
class RenditionWork extends ClaimedWork<RenditionWork.Claimed> {

    /** Topic of the notice that renditions are done. */
    static final String TOPIC = "renditions";

    private static final Logger LOG = LoggerFactory.getLogger(RenditionWork.class);

    private final JdbcClient database;
    private final ContentStore contents;
    private final DerivedContents derived;
    private final Conversion conversion;
    private final PdfExamination pdfs;
    private final ConversionSettings settings;
    private final ChangeNotices notices;
    private final Clock clock;

    RenditionWork(
            JdbcClient database,
            ContentStore contents,
            DerivedContents derived,
            Conversion conversion,
            PdfExamination pdfs,
            ConversionSettings settings,
            ChangeNotices notices,
            Clock clock,
            RatssaalProperties ratssaal)
            throws IOException {
        super(
                "conversion",
                settings.parallel(),
                Files.createDirectories(ratssaal.data().toAbsolutePath().resolve("conversions")),
                clock);
        this.database = database;
        this.contents = contents;
        this.derived = derived;
        this.conversion = conversion;
        this.pdfs = pdfs;
        this.settings = settings;
        this.notices = notices;
        this.clock = clock;
        Spool.sweep(folder());
    }

    /** @param claim which claim it is */
    record Claimed(String hash, UUID claim, int attempts) implements ClaimedWork.Claim {}

    @Override
    Optional<Claimed> claim() {
        var now = clock.instant();
        return database.sql("""
                        update document_rendition set state = 'RUNNING', claimed_by = :claim, claimed_until = :until,
                            attempts = attempts + 1
                        where hash = (select hash from document_rendition
                            where state = 'WAITING' or (state = 'RUNNING' and claimed_until < :now)
                            order by asked_at limit 1 for update skip locked)
                        returning hash, claimed_by, attempts
                        """)
                .param("claim", UUID.randomUUID())
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(now.plus(CLAIM)))
                .query((row, number) -> new Claimed(
                        row.getString("hash"), row.getObject("claimed_by", UUID.class), row.getInt("attempts")))
                .optional();
    }

    /** Whoever waits for it learns how it ended. */
    @Override
    void work(Claimed claimed) {
        try {
            super.work(claimed);
        } finally {
            notices.changed(TOPIC);
        }
    }

    @Override
    void perform(Claimed claimed) throws IOException, InterruptedException {
        if (isInfected(claimed)) {
            end(claimed, Rendition.State.FAILED);
        } else {
            convert(claimed, contents.find(claimed.hash()).orElseThrow().type());
        }
    }

    @Override
    void giveUp(Claimed claimed) {
        end(claimed, Rendition.State.FAILED);
    }

    private boolean isInfected(Claimed claimed) {
        return database.sql("select scan = 'INFECTED' from document_content where hash = :hash")
                .param("hash", claimed.hash())
                .query(Boolean.class)
                .single();
    }

    private void convert(Claimed claimed, FileType type) throws IOException, InterruptedException {
        try (var work = WorkFolder.in(folder())) {
            var source = work.path().resolve("source");
            try (var stream = contents.open(contents.find(claimed.hash()).orElseThrow(), 0)) {
                Files.copy(stream, source);
            }
            switch (conversion.convert(source, type, work.path())) {
                case Conversion.Outcome.Not(var state) -> {
                    LOG.warn("A file of type {} could not be made into a PDF: {}", type, state);
                    end(claimed, state);
                }
                case Conversion.Outcome.Made(var pdf) -> keep(claimed, pdf);
            }
        }
    }

    private void keep(Claimed claimed, Path pdf) throws IOException {
        try (var stream = Files.newInputStream(pdf);
                var bytes = Spool.of(stream, settings.maxSize(), folder())) {
            var examined = pdfs.examine(bytes.path(), bytes.hash(), null);
            derived.keep(new StoredContent(bytes.hash(), FileType.PDF, bytes.size(), examined.pages()), bytes);
            database.sql("""
                            update document_rendition
                            set state = 'DONE', pdf = :pdf, claimed_by = null, claimed_until = null
                            where hash = :hash and claimed_by = :claim
                            """)
                    .param("pdf", bytes.hash())
                    .param("hash", claimed.hash())
                    .param("claim", claimed.claim())
                    .update();
        } catch (Refusal e) {
            LOG.warn("What became of a file is no good PDF: {}", e.key());
            end(claimed, Rendition.State.FAILED);
        }
    }

    private void end(Claimed claimed, Rendition.State state) {
        database.sql("""
                        update document_rendition set state = :state, claimed_by = null, claimed_until = null
                        where hash = :hash and claimed_by = :claim
                        """)
                .param("state", state.name())
                .param("hash", claimed.hash())
                .param("claim", claimed.claim())
                .update();
    }

    @Override
    boolean renew(Claimed claimed, Instant until) {
        return database.sql(
                                "update document_rendition set claimed_until = :until where hash = :hash and claimed_by = :claim")
                        .param("until", Timestamp.from(until))
                        .param("hash", claimed.hash())
                        .param("claim", claimed.claim())
                        .update()
                == 1;
    }
}
