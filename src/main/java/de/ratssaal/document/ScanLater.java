package de.ratssaal.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Has contents scanned that were let in while no scanner was there to see them. */
@Component
class ScanLater {

    private static final long SOON = 30_000;
    private static final long AGAIN = 120_000;
    private static final int BATCH = 20;
    private static final Logger LOG = LoggerFactory.getLogger(ScanLater.class);

    private final JdbcClient database;
    private final ContentStore contents;
    private final VirusScan scanner;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ScanLater(
            JdbcClient database,
            ContentStore contents,
            VirusScan scanner,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.database = database;
        this.contents = contents;
        this.scanner = scanner;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Scheduled(initialDelay = SOON, fixedDelay = AGAIN)
    void work() {
        var last = "";
        while (scanner.answers()) {
            var batch = unscannedAfter(last);
            if (batch.isEmpty()) {
                return;
            }
            batch.forEach(this::scan);
            last = batch.getLast();
        }
    }

    private List<String> unscannedAfter(String hash) {
        return database.sql(
                        "select hash from document_content where scan = 'UNSCANNED' and hash > :hash order by hash limit :batch")
                .param("hash", hash)
                .param("batch", BATCH)
                .query((row, number) -> row.getString("hash"))
                .list();
    }

    private void scan(String hash) {
        try (var bytes = contents.open(contents.find(hash).orElseThrow(), 0)) {
            switch (scanner.scan(bytes)) {
                case VirusScan.Outcome.Clean() -> record(hash, "CLEAN", null);
                case VirusScan.Outcome.Infected(String finding) -> record(hash, "INFECTED", finding);
                case VirusScan.Outcome.Unscanned() -> LOG.info("A content waits for the next scan");
            }
        } catch (DamagedContent e) {
            LOG.warn("A content cannot be scanned: {}", e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void record(String hash, String scan, @Nullable String finding) {
        transaction.executeWithoutResult(running -> {
            database.sql("update document_content set scan = :scan, finding = :finding where hash = :hash")
                    .param("scan", scan)
                    .param("finding", finding, java.sql.Types.VARCHAR)
                    .param("hash", hash)
                    .update();
            if (finding != null) {
                events.publishEvent(new InfectionFound(hash, finding, clock.instant()));
            }
        });
    }
}
