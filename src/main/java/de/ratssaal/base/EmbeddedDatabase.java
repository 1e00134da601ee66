package de.ratssaal.base;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL that the application starts and stops itself, with its data in a folder.
 *
 * <p>Only one application at a time holds the folder. A PostgreSQL that a killed application left behind is stopped
 * before a new one starts; a living twin's is never touched, because the twin holds the lock.
 */
final class EmbeddedDatabase implements AutoCloseable {

    /** Role that owns everything in it; it asks for no password, as only this machine reaches it. */
    static final String USER = "postgres";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String ADDRESS = "database.address";
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final EmbeddedPostgres server;
    private final FileChannel lockFile;
    private final Path address;

    private EmbeddedDatabase(EmbeddedPostgres server, FileChannel lockFile, Path address) {
        this.server = server;
        this.lockFile = lockFile;
        this.address = address;
    }

    /**
     * @param folder where the database and its lock are kept; made if missing
     * @throws DataFolderInUse if another application runs on this folder
     */
    static EmbeddedDatabase start(Path folder) {
        try {
            var home = Files.createDirectories(folder.toAbsolutePath().normalize());
            var lockFile = lock(home.resolve("instance.lock"), home);
            try {
                var data = home.resolve("postgres");
                stopOrphan(data);
                var server = EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .setOverrideWorkingDirectory(
                                home.resolve("postgres-programs").toFile())
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("max_connections", "100")
                        .setServerConfig("shared_buffers", "128MB")
                        .setLocaleConfig("encoding", "UTF-8")
                        .setLocaleConfig("locale-provider", "builtin")
                        .setLocaleConfig("locale", "C.UTF-8")
                        .setPGStartupWait(START)
                        // the context stops it after everything that needs it
                        .setRegisterShutdownHook(false)
                        .start();
                var address = home.resolve(ADDRESS);
                Files.writeString(address, server.getJdbcUrl("postgres", "postgres"));
                LOG.info("Embedded PostgreSQL is ready on port {} with its data in {}", server.getPort(), data);
                return new EmbeddedDatabase(server, lockFile, address);
            } catch (IOException | RuntimeException e) {
                lockFile.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("embedded PostgreSQL in " + folder, e);
        }
    }

    /** JDBC address of the database that another application runs on this folder now, if one does. */
    static Optional<String> addressOfRunning(Path folder) {
        try {
            var home = folder.toAbsolutePath().normalize();
            var lock = home.resolve("instance.lock");
            var address = home.resolve(ADDRESS);
            if (!Files.exists(lock) || !Files.exists(address)) {
                return Optional.empty();
            }
            try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
                return tryLock(channel) == null ? Optional.of(Files.readString(address)) : Optional.empty();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("looking for a running application on " + folder, e);
        }
    }

    String jdbcUrl() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(address);
        server.close();
        lockFile.close();
    }

    private static FileChannel lock(Path file, Path home) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new DataFolderInUse(home);
        }
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // held by this very process
        }
    }

    /** After {@code kill -9} of the application its PostgreSQL lives on and holds the data. */
    private static void stopOrphan(Path data) throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        List<String> lines = Files.readAllLines(pidFile);
        var orphan = lines.isEmpty()
                ? null
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).orElse(null);
        if (orphan == null || !isPostgresOf(data, orphan)) {
            Files.delete(pidFile);
            return;
        }
        LOG.warn("A PostgreSQL of an application that was killed still runs (process {}); it is stopped", orphan.pid());
        orphan.destroy();
        try {
            orphan.onExit().get(STOP.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new IOException("PostgreSQL process " + orphan.pid() + " does not stop", e);
        } catch (ExecutionException e) {
            throw new IOException("waiting for PostgreSQL process " + orphan.pid(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while stopping PostgreSQL", e);
        }
    }

    private static boolean isPostgresOf(Path data, ProcessHandle process) throws IOException {
        var commandLine = Path.of("/proc", Long.toString(process.pid()), "cmdline");
        if (!process.isAlive() || !Files.exists(commandLine)) {
            return false;
        }
        var words = Files.readString(commandLine).split("\0");
        return words.length > 0
                && words[0].endsWith("postgres")
                && List.of(words).contains(data.toString());
    }
}
