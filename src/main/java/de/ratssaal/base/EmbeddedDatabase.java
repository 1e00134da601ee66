package de.ratssaal.base;

import com.sun.management.OperatingSystemMXBean;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * A real PostgreSQL that the application starts and stops itself, with its data in a folder.
 *
 * <p>Only one application at a time holds the folder. A PostgreSQL that a killed application left behind is stopped
 * before a new one starts; a living twin's is never touched, because the twin holds the lock.
 */
final class EmbeddedDatabase implements AutoCloseable {

    /** Role that owns everything in it. */
    static final String USER = "postgres";

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final String ADDRESS = "database.address";
    private static final String PASSWORD = "database.password";
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final EmbeddedPostgres server;
    private final FileChannel lockFile;
    private final Path address;
    private final String password;

    private EmbeddedDatabase(EmbeddedPostgres server, FileChannel lockFile, Path address, String password) {
        this.server = server;
        this.lockFile = lockFile;
        this.address = address;
        this.password = password;
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
                removeUnfinished(data);
                var password = password(home);
                var server = server(home, data, password);
                demandPassword(server, data, password);
                var address = Files.writeString(home.resolve(ADDRESS), server.getJdbcUrl(USER, USER));
                LOG.info("PostgreSQL is ready on port {} with its data in {}", server.getPort(), data);
                return new EmbeddedDatabase(server, lockFile, address, password);
            } catch (IOException | RuntimeException e) {
                lockFile.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("embedded PostgreSQL in " + folder, e);
        }
    }

    private static EmbeddedPostgres server(Path home, Path data, String password) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(home.resolve("postgres-programs").toFile())
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", sharedMegabytes() + "MB")
                .setServerConfig("work_mem", "16MB")
                // it compiles what is asked once
                .setServerConfig("jit", "off")
                // no door but the port, and that one on this machine only
                .setServerConfig("unix_socket_directories", "")
                // a week of its log lies in postgres/log
                .setServerConfig("logging_collector", "on")
                .setServerConfig("log_filename", "%a.log")
                .setServerConfig("log_truncate_on_rotation", "on")
                .setLocaleConfig("encoding", "UTF-8")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("locale", "C.UTF-8")
                .setConnectConfig("password", password)
                .setPGStartupWait(START)
                // the context stops it, after everything that needs it
                .setRegisterShutdownHook(false)
                .start();
    }

    /** An eighth of the machine's memory: half is Java's, and the system keeps files in what is left. */
    private static long sharedMegabytes() {
        var machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return Math.clamp(machine.getTotalMemorySize() / 8 / 1_048_576, 128, 1_024);
    }

    /** The password of {@link #USER}, made at the first start and readable for the application's user only. */
    private static String password(Path home) throws IOException {
        var file = home.resolve(PASSWORD);
        if (!Files.exists(file)) {
            var random = new byte[32];
            new SecureRandom().nextBytes(random);
            var fresh = Files.createTempFile(home, PASSWORD, null); // for its owner only
            Files.writeString(fresh, HexFormat.of().formatHex(random));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file);
    }

    /** Other users of this machine reach the port as well, and a new PostgreSQL trusts everybody. */
    private static void demandPassword(EmbeddedPostgres server, Path data, String password) throws IOException {
        var logins = data.resolve("pg_hba.conf");
        var trusting = Files.readString(logins);
        var demanding = Pattern.compile("\\btrust$", Pattern.MULTILINE)
                .matcher(trusting)
                .replaceAll("scram-sha-256");
        if (demanding.equals(trusting)) {
            return;
        }
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("alter role %s password '%s'".formatted(USER, password));
            Files.writeString(logins, demanding);
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IOException("setting the password of the embedded PostgreSQL", e);
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

    /** The password that goes with {@link #addressOfRunning}. */
    static String passwordOf(Path folder) {
        try {
            return password(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("reading the password of the database in " + folder, e);
        }
    }

    String jdbcUrl() {
        return server.getJdbcUrl(USER, USER);
    }

    String password() {
        return password;
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
            Files.delete(
                    pidFile); // its number may have gone to another program, which would keep PostgreSQL from starting
            return;
        }
        LOG.warn("A PostgreSQL of an application that was killed still runs (process {}); it is stopped", orphan.pid());
        try {
            // SIGINT asks PostgreSQL to stop at once; SIGTERM would wait for its clients
            new ProcessBuilder("kill", "-INT", Long.toString(orphan.pid()))
                    .start()
                    .waitFor();
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

    private static boolean isPostgresOf(Path data, ProcessHandle process) {
        var words = process.info().arguments().map(List::of).orElse(List.of());
        var program = process.info().command().orElse("");
        return process.isAlive() && program.endsWith("postgres") && words.contains(data.toString());
    }

    /** A first start that was killed half-way leaves files that no PostgreSQL ever ran on: nothing is lost with them. */
    private static void removeUnfinished(Path data) throws IOException {
        if (Files.exists(data.resolve("postgresql.conf")) && !Files.exists(data.resolve("postmaster.opts"))) {
            FileSystemUtils.deleteRecursively(data);
        }
    }
}
