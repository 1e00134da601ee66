package de.ratssaal.packet;

import de.ratssaal.document.DerivedContents;
import de.ratssaal.document.Rendition;
import de.ratssaal.identity.Access;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Documents bound alone, with room for the reader's name: made when they are first read, kept while they are read now and
 * then. Who may read them was asked before.
 */
@Component
class SingleDocuments {

    private static final Period KEPT_UNREAD = Period.ofDays(60);
    private static final Logger LOG = LoggerFactory.getLogger(SingleDocuments.class);

    /** Each is a process that may take some memory. */
    private final Semaphore atWork = new Semaphore(2, true);

    private final PacketBinder binder;
    private final MarkDrawing marks;
    private final DerivedContents contents;
    private final PacketSettings settings;
    private final Access access;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SingleDocuments(
            PacketBinder binder,
            MarkDrawing marks,
            DerivedContents contents,
            PacketSettings settings,
            Access access,
            JdbcClient database,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.binder = binder;
        this.marks = marks;
        this.contents = contents;
        this.settings = settings;
        this.access = access;
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    private record Kept(String hash, long size, long markAt) {}

    /** @return nothing if it cannot be read */
    Optional<DocumentReading.Pages> marked(PacketContents document, Rendition.Pdf pdf, String reader) {
        return kept(document, new OnePdf(document, pdf)).map(it -> pages(it, reader));
    }

    /**
     * Text set on pages.
     *
     * @param reader whose name stands on them; none for what is public
     */
    DocumentReading.Pages set(PacketContents document, @Nullable String reader) {
        return pages(
                kept(document, new Nothing()).orElseThrow(() -> new IllegalStateException("text was not set")), reader);
    }

    private DocumentReading.Pages pages(Kept kept, @Nullable String reader) {
        var mark = reader == null ? null : marks.draw(reader);
        return new DocumentReading.Pages(
                kept.size(),
                mark == null ? kept.hash() : kept.hash() + "-" + Integer.toHexString(Arrays.hashCode(mark)),
                reader == null,
                () -> open(kept, mark));
    }

    private InputStream open(Kept kept, byte @Nullable [] mark) {
        var whole =
                contents.open(kept.hash(), 0).orElseThrow(() -> new NoSuchElementException("document " + kept.hash()));
        return mark == null ? whole : new MarkedStream(whole, kept.markAt(), mark);
    }

    private Optional<Kept> kept(PacketContents document, PacketBinder.Supply supply) {
        var fingerprint = PacketCollection.fingerprint(document);
        var found = find(fingerprint);
        if (found.isPresent()) {
            return found;
        }
        atWork.acquireUninterruptibly();
        try {
            var meanwhile = find(fingerprint);
            return meanwhile.isPresent() ? meanwhile : bind(document, fingerprint, supply);
        } finally {
            atWork.release();
        }
    }

    private Optional<Kept> find(String fingerprint) {
        var found = database.sql("select hash, size, mark_at from packet_document where fingerprint = ?")
                .param(fingerprint)
                .query((row, number) -> new Kept(row.getString("hash"), row.getLong("size"), row.getLong("mark_at")))
                .optional();
        if (found.isPresent()) {
            database.sql(
                            "update packet_document set read_on = :today where fingerprint = :fingerprint and read_on < :today")
                    .param("today", Date.valueOf(today()))
                    .param("fingerprint", fingerprint)
                    .update();
        }
        return found;
    }

    private Optional<Kept> bind(PacketContents document, String fingerprint, PacketBinder.Supply supply) {
        try {
            var folder = Files.createTempDirectory("document-"); // gone after the next start at the latest
            try {
                var bound = binder.bind(document, fingerprint, folder, supply);
                return bound.missing().isEmpty()
                        ? Optional.of(keep(fingerprint, folder.resolve(PacketBinder.FILE), bound))
                        : Optional.empty();
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            LOG.warn("A document could not be bound for its reader", e);
            return Optional.empty();
        }
    }

    private Kept keep(String fingerprint, Path pdf, BoundPacket bound) {
        return access.asSystem(
                PacketCollection.JOB,
                () -> transaction.execute(running -> {
                    var hash = contents.keep(pdf, bound.pages(), settings.maxSize());
                    database.sql("""
                                    insert into packet_document (fingerprint, hash, size, pages, mark_at, read_on)
                                    values (:fingerprint, :hash, :size, :pages, :markAt, :today)
                                    on conflict (fingerprint) do nothing
                                    """)
                            .param("fingerprint", fingerprint)
                            .param("hash", hash)
                            .param("size", bound.size())
                            .param("pages", bound.pages())
                            .param("markAt", bound.markAt())
                            .param("today", Date.valueOf(today()))
                            .update();
                    return new Kept(hash, bound.size(), bound.markAt());
                }));
    }

    /** Lets go of what nobody read for long; it is made again when somebody does. */
    @Scheduled(cron = "0 20 3 * * *")
    void letGo() {
        transaction.executeWithoutResult(running -> database.sql("""
                        with gone as (delete from packet_document where read_on < ? returning hash)
                        insert into packet_discarded (hash) select distinct hash from gone on conflict do nothing
                        """)
                .param(Date.valueOf(today().minus(KEPT_UNREAD)))
                .update());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** A file that is there as PDF. */
    private record OnePdf(PacketContents document, Rendition.Pdf pdf) implements PacketBinder.Supply {

        @Override
        public PacketBinder.Supplied document(int number) {
            return new PacketBinder.Supplied.Pdf(pdf.open(), pdf.size());
        }

        @Override
        public PacketContents.Content.Text unreadable(int number) {
            return new PacketContents.Content.Text(
                    List.of(PacketContents.Block.of(PacketContents.Style.TEXT, document.title())));
        }

        @Override
        public void progress(int pages) {}
    }

    /** Text needs nothing. */
    private static final class Nothing implements PacketBinder.Supply {

        @Override
        public PacketBinder.Supplied document(int number) throws IOException {
            throw new IOException("text was asked for as a file");
        }

        @Override
        public PacketContents.Content.Text unreadable(int number) throws IOException {
            throw new IOException("text was asked for as a file");
        }

        @Override
        public void progress(int pages) {}
    }
}
