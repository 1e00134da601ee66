package de.ratssaal;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * The whole application as a process of its own, as the launcher starts it. It is the first of its process group, as in a
 * terminal. Linux only.
 */
public final class ApplicationProcess implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("Public portal\\s+(http://\\S+)");
    static final Path CLASS_PATH = Path.of("target", "runtime-class-path");
    private static final Path POSTGRES_PROGRAMS = Path.of("target", "postgres-programs");

    /** Java, to be followed by what it runs. */
    static final List<String> JAVA = List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx512m",
            "-Xlog:aot*=off",
            "-Xlog:cds*=off",
            "--enable-native-access=ALL-UNNAMED");

    private final Process process;
    private final Path folder;
    private final Path output;

    private ApplicationProcess(Process process, Path folder, Path output) {
        this.process = process;
        this.folder = folder;
        this.output = output;
    }

    /**
     * Starts it and does not wait.
     *
     * @param folder data folder
     * @param settings environment variables; unless {@code SERVER_PORT} is among them, any free port is taken
     * @param options options of the command line
     */
    public static ApplicationProcess start(Path folder, Map<String, String> settings, String... options) {
        sharePostgresPrograms(folder);
        return start(
                List.of("setsid", "env", "--default-signal=INT,TERM"),
                PackedApplication.javaOptions(),
                folder,
                settings,
                options);
    }

    /** Unpacking them takes seconds; once for all data folders is enough. */
    static void sharePostgresPrograms(Path folder) {
        var programs = folder.resolve("postgres-programs");
        try {
            if (Files.notExists(programs)) {
                Files.createDirectories(folder);
                Files.createSymbolicLink(
                        programs, Files.createDirectories(POSTGRES_PROGRAMS).toRealPath());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param prefix program that starts Java, with its arguments
     * @param javaOptions where Java finds the application
     */
    static ApplicationProcess start(
            List<String> prefix,
            List<String> javaOptions,
            Path folder,
            Map<String, String> settings,
            String... options) {
        try {
            var command = new ArrayList<>(prefix);
            command.addAll(JAVA);
            command.addAll(javaOptions);
            command.add(RatssaalApplication.class.getName());
            command.addAll(List.of(options));
            var output = Files.createTempFile("ratssaal", ".log");
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().keySet().removeIf(it -> it.startsWith("RATSSAAL_"));
            builder.environment().put("SERVER_PORT", "0");
            builder.environment().put("RATSSAAL_DATA", folder.toString());
            builder.environment().putAll(settings);
            return new ApplicationProcess(builder.start(), folder, output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the jar holds: the application and what it needs, nothing of the tests. */
    static String classPath() {
        try {
            return Path.of("target", "classes").toAbsolutePath() + ":"
                    + Files.readString(CLASS_PATH).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("the build writes " + CLASS_PATH, e);
        }
    }

    /** Waits until it says where to go, and answers that address. */
    public URI address() {
        var found = await("the application says that it is ready")
                .atMost(ofMinutes(3))
                .pollInterval(ofMillis(100))
                .until(() -> ADDRESS.matcher(output()), it -> it.find() || !process.isAlive());
        if (!found.hasMatch()) {
            throw new AssertionError("ended with %d:%n%s".formatted(process.exitValue(), output()));
        }
        return URI.create(found.group(1));
    }

    /** All it has written so far. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A connection to its own embedded database. */
    public Connection database() throws IOException, SQLException {
        return DriverManager.getConnection(databaseAddress(), "postgres", databasePassword());
    }

    /** File of the keys with which it seals files. */
    public Path documentsKey() {
        return folder.resolve("documents.key");
    }

    /** JDBC address of its embedded database; its user is {@code postgres}. */
    public String databaseAddress() throws IOException {
        return Files.readString(folder.resolve("database.address"));
    }

    public String databasePassword() throws IOException {
        return Files.readString(folder.resolve("database.password"));
    }

    /** Process of its embedded PostgreSQL. */
    public ProcessHandle postgres() throws IOException {
        var number =
                Files.readAllLines(folder.resolve("postgres/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(number.strip())).orElseThrow();
    }

    /** {@code kill -9}: no chance to put anything in order. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Ctrl-C in its terminal: every process of its group is interrupted. */
    public int interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", "--", "-" + process.pid())
                .inheritIO()
                .start()
                .waitFor();
        return exitCode();
    }

    /** What a system's service manager does. */
    public int terminate() throws InterruptedException {
        process.destroy();
        return exitCode();
    }

    /** Waits until it has ended. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            throw new AssertionError("still running:\n" + output());
        }
        return process.exitValue();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Leaves nothing behind, whatever happened. */
    @Override
    public void close() throws IOException, InterruptedException {
        if (process.isAlive()) {
            terminate();
        }
        // a start that was refused leaves the PostgreSQL of the twin alone
        if (output().contains("PostgreSQL is ready") && Files.exists(folder.resolve("postgres/postmaster.pid"))) {
            postgres().destroyForcibly();
        }
        Files.delete(output);
    }
}
