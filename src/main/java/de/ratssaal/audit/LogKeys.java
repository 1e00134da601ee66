package de.ratssaal.audit;

import de.ratssaal.base.RatssaalProperties;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The log's keys, in the folder {@code keys} beside the data and never in the database: who can alter the one cannot
 * sign with the other.
 *
 * <p>{@code audit-log.key} is the private key and can be read by the application alone. {@code audit-log.vkey} holds the
 * public keys, one on a line: the present one first, then those that it replaced.
 */
@Component
class LogKeys {

    private static final String PRIVATE = "audit-log.key";
    private static final String PUBLIC = "audit-log.vkey";

    private final Path folder;
    private final String publicUrl;

    @Autowired
    LogKeys(RatssaalProperties settings) {
        this(settings.data(), settings.publicUrl());
    }

    LogKeys(Path data, String publicUrl) {
        this.folder = data.resolve("keys");
        this.publicUrl = publicUrl;
    }

    /** The key that signs, if there is one. */
    Optional<SignerKey> signer() {
        var file = folder.resolve(PRIVATE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var known = verifiers();
        if (known.isEmpty()) {
            throw new IllegalStateException("%s is there but %s is missing".formatted(file, folder.resolve(PUBLIC)));
        }
        return Optional.of(SignerKey.parse(read(file), known.getFirst()));
    }

    /** The public keys, the present one first. */
    List<VerifierKey> verifiers() {
        var file = folder.resolve(PUBLIC);
        return Files.exists(file) ? parse(read(file)) : List.of();
    }

    /** Public keys, one on a line; lines that begin with {@code #} say something about them. */
    static List<VerifierKey> parse(String lines) {
        return lines.lines()
                .filter(it -> !it.isBlank() && !it.startsWith("#"))
                .map(VerifierKey::parse)
                .toList();
    }

    /** Makes a key and keeps it, in place of a former one if there was one. */
    SignerKey make() {
        var former = verifiers();
        var key = SignerKey.make(name());
        var known = new ArrayList<VerifierKey>();
        known.add(key.verifier());
        known.addAll(former);
        try {
            makeFolder();
            Files.deleteIfExists(folder.resolve(PRIVATE)); // never an old private key beside a new public one
            write(
                    folder.resolve(PUBLIC),
                    String.join("\n", known.stream().map(VerifierKey::toString).toList()) + "\n",
                    "rw-r--r--");
            write(folder.resolve(PRIVATE), key.secret() + "\n", "rw-------");
        } catch (IOException e) {
            throw new UncheckedIOException("the audit log's key in " + folder, e);
        }
        return key;
    }

    /** Unique among all logs, as the specification asks, and the same for good. */
    private String name() {
        var host = URI.create(publicUrl).getHost();
        var random = new byte[4];
        new SecureRandom().nextBytes(random);
        return (host == null ? "ratssaal" : host) + "/audit/" + HexFormat.of().formatHex(random);
    }

    private void makeFolder() throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder);
        if (hasPermissions()) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /** Whole or not at all, also after a power failure. */
    private static void write(Path file, String text, String permissions) throws IOException {
        var part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        if (hasPermissions()) {
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)));
        } else {
            Files.createFile(part);
        }
        try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.write(StandardCharsets.UTF_8.encode(text));
            channel.force(true);
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static boolean hasPermissions() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }
}
