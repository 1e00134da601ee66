package de.ratssaal.document;

import de.ratssaal.base.RatssaalProperties;
import de.ratssaal.base.StartRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The keys that wrap the contents' keys: in a file of the data folder or in a setting, never in the database (ADR 0090).
 * The last one wraps what is new, the others open what is there. The database holds a proof of each, so that a missing or
 * wrong key is found at the start and not when somebody wants to read.
 */
@Component
class MasterKeys implements SmartInitializingSingleton {

    private static final String FILE = "documents.key";
    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 4;
    private static final String REMEDY =
            "Put the keys back that were in use: the file %s from the backup, or RATSSAAL_DOCUMENT_KEY. Without them what"
                    + " was sealed with them cannot be read by anybody.";

    private final JdbcClient database;
    private final Clock clock;
    private final Path file;
    private final @Nullable String given;
    private @Nullable SequencedMap<String, SecretKey> keys;

    MasterKeys(DocumentSettings settings, RatssaalProperties ratssaal, JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
        this.given = settings.key();
        var elsewhere = settings.keyFile();
        this.file = elsewhere == null ? ratssaal.data().resolve(FILE) : elsewhere;
    }

    /** A content's key as it is kept. */
    record Wrapped(String master, byte[] bytes) {}

    Wrapped wrap(DataKey key, String hash) {
        var newest = keys().lastEntry();
        return new Wrapped(newest.getKey(), key.wrappedWith(newest.getValue(), hash));
    }

    /** @throws GeneralSecurityException if no key opens it */
    DataKey unwrap(Wrapped wrapped, String hash) throws GeneralSecurityException {
        var master = keys().get(wrapped.master());
        if (master == null) {
            throw new GeneralSecurityException("the key " + wrapped.master() + " is not there");
        }
        return DataKey.unwrapped(wrapped.bytes(), master, hash);
    }

    String newest() {
        return keys().lastEntry().getKey();
    }

    /** @throws StartRefused if a key is missing or wrong */
    @Override
    public void afterSingletonsInstantiated() {
        keys();
    }

    private synchronized SequencedMap<String, SecretKey> keys() {
        var known = keys;
        if (known == null) {
            known = load();
            keys = known;
        }
        return known;
    }

    private SequencedMap<String, SecretKey> load() {
        try {
            if (given == null && !Files.exists(file)) {
                if (isAnyInUse()) {
                    throw new StartRefused(
                            "The key of the documents is missing: %s.".formatted(file), REMEDY.formatted(file));
                }
                make();
            }
            var known = given == null ? parse(Files.readAllLines(file)) : parse(List.of(given.split(",")));
            prove(known);
            return known;
        } catch (IOException e) {
            throw new UncheckedIOException("reading the keys of documents", e);
        }
    }

    private boolean isAnyInUse() {
        return database.sql("select exists (select from document_key)")
                .query(Boolean.class)
                .single();
    }

    private SequencedMap<String, SecretKey> parse(List<String> lines) {
        var known = new LinkedHashMap<String, SecretKey>();
        for (var line : lines) {
            if (!line.isBlank()) {
                var words = line.strip().split(":", 2);
                known.put(words[0], new SecretKeySpec(bytesOf(words), "AES"));
            }
        }
        if (known.isEmpty()) {
            throw unusable();
        }
        return known;
    }

    private byte[] bytesOf(String[] words) {
        try {
            var bytes = words.length == 2 ? Base64.getDecoder().decode(words[1]) : new byte[0];
            if (bytes.length == KEY_BYTES && words[0].matches("[a-z0-9]{4,16}")) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw unusable(); // what it is must not get into a message
        }
        throw unusable();
    }

    private StartRefused unusable() {
        return new StartRefused(
                "The keys of the documents (%s) cannot be read."
                        .formatted(given == null ? file : "RATSSAAL_DOCUMENT_KEY"),
                "Each is written as a name of 4 to 16 small letters and digits, a colon, and 32 bytes in Base64. "
                        + REMEDY.formatted(file));
    }

    /** Of two nodes that make a first key at once, the one whose file is there first wins. */
    private void prove(Map<String, SecretKey> known) {
        known.forEach((id, key) -> database.sql(
                        "insert into document_key (id, proof, since) values (:id, :proof, :now) on conflict (id) do nothing")
                .param("id", id)
                .param("proof", proof(id, key))
                .param("now", Timestamp.from(clock.instant()))
                .update());
        database.sql("select id, proof from document_key")
                .query((row, number) -> Map.entry(row.getString("id"), row.getBytes("proof")))
                .list()
                .forEach(it -> {
                    var key = known.get(it.getKey());
                    if (key == null) {
                        throw new StartRefused(
                                "The key %s of the documents is missing.".formatted(it.getKey()),
                                REMEDY.formatted(file));
                    }
                    if (!MessageDigest.isEqual(proof(it.getKey(), key), it.getValue())) {
                        throw new StartRefused(
                                "The key %s of the documents is not the one that was in use under this name."
                                        .formatted(it.getKey()),
                                REMEDY.formatted(file));
                    }
                });
    }

    private static byte[] proof(String id, SecretKey key) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(("ratssaal document key " + id).getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java without HMAC", e);
        }
    }

    /** @return name of the new key, which counts from the next start on */
    String add() throws IOException {
        if (given != null) {
            throw new IllegalStateException("the keys are given by a setting");
        }
        keys();
        var fresh = fresh();
        var lines = Stream.concat(Files.readAllLines(file).stream(), Stream.of(fresh))
                .toList();
        Files.move(draft(lines), file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return fresh.substring(0, fresh.indexOf(':'));
    }

    private static String fresh() {
        return HexFormat.of().formatHex(DataKey.randomBytes(ID_BYTES)) + ":"
                + Base64.getEncoder().encodeToString(DataKey.randomBytes(KEY_BYTES));
    }

    /** Written whole under another name first, so that no half key is ever read; of two who make one, one wins. */
    private void make() throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        var draft = draft(List.of(fresh()));
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException e) {
            // another node was first; its key is as good
        } catch (UnsupportedOperationException e) {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        Files.delete(draft);
    }

    private Path draft(List<String> lines) throws IOException {
        var name = file.resolveSibling(file.getFileName() + "." + HexFormat.of().formatHex(DataKey.randomBytes(8)));
        var draft = FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? Files.createFile(
                        name, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))
                : Files.createFile(name);
        return Files.write(draft, lines);
    }
}
