package de.ratssaal.document;

import de.ratssaal.base.Refusal;
import de.ratssaal.base.StartRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Contents, each kept once under its hash, in parts (ADR 0030) that are sealed (ADR 0090), in the database or in an object
 * store. One part at a time is in memory, and no part leaves before it is proven to belong to the content that was brought.
 */
@Component
class ContentStore implements SmartInitializingSingleton {

    /** Bytes of a part; the last one may be shorter. The database has the same bound. */
    static final int PART = 256 * 1024;

    private static final int PROVEN_CONTENTS = 2_000;
    private static final Logger LOG = LoggerFactory.getLogger(ContentStore.class);

    private final JdbcClient database;
    private final MasterKeys keys;
    private final @Nullable ObjectStore objects;
    private final Clock clock;
    private final Map<String, List<byte[]>> proven = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<byte[]>> eldest) {
            return size() > PROVEN_CONTENTS;
        }
    });

    ContentStore(JdbcClient database, MasterKeys keys, ObjectProvider<ObjectStore> objects, Clock clock) {
        this.database = database;
        this.keys = keys;
        this.objects = objects.getIfAvailable();
        this.clock = clock;
    }

    /** @throws StartRefused if contents lie in an object store that is not set */
    @Override
    public void afterSingletonsInstantiated() {
        if (objects == null && isAnyInStore()) {
            throw new StartRefused(
                    "Files of this installation lie in an object store, and none is set.",
                    "Set RATSSAAL_DOCUMENT_S3_BUCKET and the other settings of the store again.");
        }
    }

    private boolean isAnyInStore() {
        return database.sql("select exists (select from document_content where object is not null)")
                .query(Boolean.class)
                .single();
    }

    /** The content with this hash, if it is kept. */
    Optional<StoredContent> find(String hash) {
        return database.sql("select type, size, pages from document_content where hash = :hash")
                .param("hash", hash)
                .query((row, number) -> new StoredContent(
                        hash,
                        FileType.valueOf(row.getString("type")),
                        row.getLong("size"),
                        row.getObject("pages", Integer.class)))
                .optional();
    }

    /** @throws Refusal if the virus scanner found something in it after it was kept */
    void requireClean(String hash) {
        database.sql("select finding from document_content where hash = :hash and scan = 'INFECTED'")
                .param("hash", hash)
                .query(String.class)
                .optional()
                .ifPresent(finding -> {
                    throw new Refusal("document.refused.infected", finding);
                });
    }

    /**
     * What is ready to be kept.
     *
     * @param object where it lies already; none if it is to lie in the database
     */
    record Prepared(DataKey key, @Nullable UUID object) {}

    /** Readies a content for being kept: with an object store it lies there from now on. No transaction is needed. */
    Prepared prepare(StoredContent content, Spool bytes) {
        var key = DataKey.random();
        if (objects == null) {
            return new Prepared(key, null);
        }
        var object = UUID.randomUUID();
        database.sql("insert into document_object (id, begun_at) values (:id, :now)")
                .param("id", object)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        objects.put(object, content.sealedSize(), () -> new SealingStream(bytes.open(), key, content.hash()));
        return new Prepared(key, object);
    }

    /**
     * Keeps a content in the running transaction, unless it is kept already. Whoever keeps the same waits and finds it.
     *
     * @return whether it was not kept before
     */
    boolean keep(StoredContent content, boolean isScanned, Prepared prepared, Spool bytes) {
        var wrapped = keys.wrap(prepared.key(), content.hash());
        var isNew = database.sql("""
                        insert into document_content (hash, size, type, pages, stored_at, key_id, wrapped_key, object, scan)
                        values (:hash, :size, :type, :pages, :now, :key, :wrapped, :object, :scan)
                        on conflict (hash) do nothing
                        """)
                        .param("hash", content.hash())
                        .param("size", content.size())
                        .param("type", content.type().name())
                        .param("pages", content.pages())
                        .param("now", Timestamp.from(clock.instant()))
                        .param("key", wrapped.master())
                        .param("wrapped", wrapped.bytes())
                        .param("object", prepared.object(), java.sql.Types.OTHER)
                        .param("scan", isScanned ? "CLEAN" : "UNSCANNED")
                        .update()
                == 1;
        if (isNew && prepared.object() == null) {
            keepParts(content.hash(), prepared.key(), bytes);
        }
        return isNew;
    }

    private void keepParts(String hash, DataKey key, Spool bytes) {
        try (var stream = bytes.open()) {
            var number = 0;
            for (var part = stream.readNBytes(PART); part.length > 0; part = stream.readNBytes(PART)) {
                database.sql("insert into document_content_part (hash, number, bytes) values (:hash, :number, :bytes)")
                        .param("hash", hash)
                        .param("number", number)
                        .param("bytes", key.seal(hash, number, part))
                        .update();
                number++;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading what was brought", e);
        }
    }

    /**
     * @param from first byte, counted from 0
     * @throws DamagedContent if what is kept is not what was brought
     */
    InputStream open(StoredContent content, long from) {
        return new Parts(content, provenParts(content), from);
    }

    /** Hashes of all parts that together have the content's hash. */
    private List<byte[]> provenParts(StoredContent content) {
        var known = proven.get(content.hash());
        if (known != null) {
            return known;
        }
        var whole = ContentHash.begin();
        var hashes = new ArrayList<byte[]>();
        for (var number = 0; number < content.parts(); number++) {
            var part = part(content.hash(), number);
            if (part == null) {
                throw damaged(content.hash());
            }
            whole.update(part);
            hashes.add(ContentHash.of(part));
        }
        if (!HexFormat.of().formatHex(whole.digest()).equals(content.hash())) {
            throw damaged(content.hash());
        }
        proven.put(content.hash(), List.copyOf(hashes));
        return hashes;
    }

    /** A part as it was brought; nothing if it is missing or was not sealed by us. */
    private byte @Nullable [] part(String hash, int number) {
        // in one statement: an old content may be sealed between two
        var kept = database.sql("""
                        select c.key_id, c.wrapped_key, c.object, p.bytes
                        from document_content c left join document_content_part p on p.hash = c.hash and p.number = :number
                        where c.hash = :hash
                        """)
                .param("hash", hash)
                .param("number", number)
                .query((row, index) -> new Kept(
                        row.getString("key_id"),
                        row.getBytes("wrapped_key"),
                        row.getObject("object", UUID.class),
                        row.getBytes("bytes")))
                .optional();
        return kept.isEmpty() ? null : opened(kept.get(), hash, number);
    }

    /** A part as it lies in the database. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Kept(
            @Nullable String master,
            byte @Nullable [] wrapped,
            @Nullable UUID object,
            byte @Nullable [] bytes) {}

    private byte @Nullable [] opened(Kept kept, String hash, int number) {
        if (kept.master() == null || kept.wrapped() == null) {
            return kept.bytes(); // of an installation before ADR 0090, not yet sealed
        }
        var sealed = kept.object() == null ? kept.bytes() : fromStore(kept.object(), number);
        if (sealed == null) {
            return null;
        }
        try {
            return keys.unwrap(new MasterKeys.Wrapped(kept.master(), kept.wrapped()), hash)
                    .open(hash, number, sealed);
        } catch (GeneralSecurityException e) {
            LOG.error("Part {} of the content {} does not open: {}", number, hash, e.getMessage());
            return null;
        }
    }

    private byte[] fromStore(UUID object, int number) {
        if (objects == null) {
            throw new IllegalStateException("contents lie in an object store that is not set: ratssaal.document.s3");
        }
        return objects.read(object, (long) number * (PART + DataKey.TAG), PART + DataKey.TAG);
    }

    private static DamagedContent damaged(String hash) {
        var damage = new DamagedContent(hash);
        LOG.error(damage.getMessage());
        return damage;
    }

    /** A content from the database, part by part; no connection is held between two parts. */
    private final class Parts extends InputStream {

        private final StoredContent content;
        private final List<byte[]> hashes;
        private byte @Nullable [] part;
        private int partNumber = -1;
        private long position;

        Parts(StoredContent content, List<byte[]> hashes, long from) {
            this.content = content;
            this.hashes = hashes;
            this.position = from;
        }

        @Override
        public int read() {
            var single = new byte[1];
            return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            Objects.checkFromIndexSize(offset, length, target.length);
            if (length == 0) {
                return 0;
            }
            if (position >= content.size()) {
                return -1;
            }
            var bytes = partAt((int) (position / PART));
            var start = (int) (position % PART);
            var count = Math.min(length, bytes.length - start);
            System.arraycopy(bytes, start, target, offset, count);
            position += count;
            return count;
        }

        @Override
        public long skip(long count) {
            var skipped = Math.clamp(count, 0, content.size() - position);
            position += skipped;
            return skipped;
        }

        private byte[] partAt(int number) {
            var bytes = part;
            if (bytes == null || partNumber != number) {
                bytes = part(content.hash(), number);
                if (bytes == null || !MessageDigest.isEqual(ContentHash.of(bytes), hashes.get(number))) {
                    throw damaged(content.hash());
                }
                part = bytes;
                partNumber = number;
            }
            return bytes;
        }
    }
}
