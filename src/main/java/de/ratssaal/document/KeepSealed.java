package de.ratssaal.document;

import java.security.GeneralSecurityException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Work on what is kept, in the background and in small steps: contents of an installation before ADR 0090 are sealed, keys
 * are wrapped anew, objects that nothing refers to are removed. Each step is whole or did not happen, so that an application
 * that is killed goes on where it was.
 */
@Component
class KeepSealed {

    /** No upload takes as long; an object that nothing refers to by then came of one that failed. */
    static final Duration GRACE = Duration.ofHours(6);

    private static final int BATCH = 500;
    private static final long SOON = 20_000;
    private static final long AGAIN = 600_000;
    private static final Logger LOG = LoggerFactory.getLogger(KeepSealed.class);

    private final JdbcClient database;
    private final MasterKeys keys;
    private final @Nullable ObjectStore objects;
    private final TransactionTemplate transaction;
    private final Clock clock;

    KeepSealed(
            JdbcClient database,
            MasterKeys keys,
            ObjectProvider<ObjectStore> objects,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.database = database;
        this.keys = keys;
        this.objects = objects.getIfAvailable();
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Scheduled(initialDelay = SOON, fixedDelay = AGAIN)
    void work() {
        var sealed = 0;
        while (Boolean.TRUE.equals(transaction.execute(running -> sealOne()))) {
            sealed++;
        }
        if (sealed > 0) {
            LOG.info("{} contents that were kept in clear are sealed now", sealed);
        }
        removeUnused();
    }

    /** @return whether there was one */
    private boolean sealOne() {
        var found = database.sql(
                        "select hash from document_content where key_id is null limit 1 for update skip locked")
                .query(String.class)
                .optional();
        found.ifPresent(this::seal);
        return found.isPresent();
    }

    private void seal(String hash) {
        var key = DataKey.random();
        for (var number = 0; ; number++) {
            var part = partInClear(hash, number);
            if (part.isEmpty()) {
                break;
            }
            database.sql("update document_content_part set bytes = :bytes where hash = :hash and number = :number")
                    .param("bytes", key.seal(hash, number, part.get()))
                    .param("hash", hash)
                    .param("number", number)
                    .update();
        }
        var wrapped = keys.wrap(key, hash);
        database.sql("update document_content set key_id = :key, wrapped_key = :wrapped where hash = :hash")
                .param("key", wrapped.master())
                .param("wrapped", wrapped.bytes())
                .param("hash", hash)
                .update();
    }

    private Optional<byte[]> partInClear(String hash, int number) {
        return database.sql("select bytes from document_content_part where hash = :hash and number = :number")
                .param("hash", hash)
                .param("number", number)
                .query((row, index) -> row.getBytes("bytes"))
                .optional();
    }

    /**
     * What came of wrapping the contents' keys anew.
     *
     * @param failed contents whose key does not open: they are damaged, and need what they were wrapped with
     */
    record Rewrapped(int done, int failed) {

        Rewrapped and(Rewrapped more) {
            return new Rewrapped(done + more.done, failed + more.failed);
        }
    }

    /** Wraps the keys of all contents with the newest one, and forgets the master keys that nothing needs any more. */
    Rewrapped rewrap() {
        var all = new Rewrapped(0, 0);
        for (var some = wrappedOtherwise(""); !some.isEmpty(); some = wrappedOtherwise(some.getLast())) {
            for (var hash : some) {
                all = all.and(rewrap(hash));
            }
        }
        database.sql("""
                        delete from document_key k
                        where k.id <> :newest and not exists (select from document_content c where c.key_id = k.id)
                        """).param("newest", keys.newest()).update();
        return all;
    }

    private List<String> wrappedOtherwise(String after) {
        return database.sql("""
                        select hash from document_content
                        where key_id <> :newest and hash > :after order by hash limit :batch
                        """)
                .param("newest", keys.newest())
                .param("after", after)
                .param("batch", BATCH)
                .query((row, number) -> row.getString("hash"))
                .list();
    }

    private Rewrapped rewrap(String hash) {
        var held = database.sql("select key_id, wrapped_key from document_content where hash = :hash")
                .param("hash", hash)
                .query((row, number) -> new MasterKeys.Wrapped(row.getString("key_id"), row.getBytes("wrapped_key")))
                .single();
        try {
            var wrapped = keys.wrap(keys.unwrap(held, hash), hash);
            database.sql("""
                            update document_content set key_id = :key, wrapped_key = :wrapped
                            where hash = :hash and key_id = :before
                            """)
                    .param("key", wrapped.master())
                    .param("wrapped", wrapped.bytes())
                    .param("hash", hash)
                    .param("before", held.master())
                    .update();
            return new Rewrapped(1, 0);
        } catch (GeneralSecurityException e) {
            LOG.error("The key of the content {} does not open: {}", hash, e.getMessage());
            return new Rewrapped(0, 1);
        }
    }

    /** Objects of uploads that failed: written down, never referred to. */
    void removeUnused() {
        if (objects == null) {
            return;
        }
        for (var object : unused()) {
            objects.delete(object);
            database.sql("delete from document_object where id = :id")
                    .param("id", object)
                    .update();
        }
    }

    private List<UUID> unused() {
        return database.sql("""
                        select o.id from document_object o
                        where o.begun_at < :before and not exists (select from document_content c where c.object = o.id)
                        """)
                .param("before", Timestamp.from(clock.instant().minus(GRACE)))
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }
}
