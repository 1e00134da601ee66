package de.ratssaal.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Ratssaal as {@code ./ratssaal run} starts it, with its own PostgreSQL, on a new data folder and a free port. */
final class Program implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("Public portal\\s+(http://\\S+)");
    private static final Pattern TOTAL = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");

    private final Path folder;
    private final Path output;
    private final Process process;

    private Program(Path folder, Path output, Process process) {
        this.folder = folder;
        this.output = output;
        this.process = process;
    }

    /** Starts it on a new folder and waits until it says that it is ready. */
    static Program start(String... options) throws Exception {
        return start(Files.createTempDirectory("ratssaal-bench"), options);
    }

    static Program start(Path folder, String... options) throws Exception {
        var output = Files.createTempFile("ratssaal-bench", ".log");
        var command = new ArrayList<>(List.of("./ratssaal", "run"));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("RATSSAAL_DATA", folder.toString());
        builder.environment().put("SERVER_PORT", Integer.toString(freePort()));
        builder.environment().put("RATSSAAL_DB_URL", "");
        var program = new Program(folder, output, builder.start());
        program.waitFor(() -> ADDRESS.matcher(program.output()).find());
        return program;
    }

    /** Makes {@code ./ratssaal run} build what has changed, so that this is not measured. */
    static void build() throws Exception {
        start("--empty").close();
    }

    private void waitFor(Condition condition) throws Exception {
        var start = System.nanoTime();
        while (!condition.isMet()) {
            if (!process.isAlive() || System.nanoTime() - start > TimeUnit.MINUTES.toNanos(10)) {
                throw new IllegalStateException(output());
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    @FunctionalInterface
    private interface Condition {
        boolean isMet() throws Exception;
    }

    private String output() throws IOException {
        return Files.readString(output);
    }

    Path folder() {
        return folder;
    }

    URI address() throws IOException {
        var found = ADDRESS.matcher(output());
        if (!found.find()) {
            throw new IllegalStateException(output());
        }
        return URI.create(found.group(1));
    }

    Path documentsKey() {
        return folder.resolve("documents.key");
    }

    String databaseAddress() throws IOException {
        return Files.readString(folder.resolve("database.address"));
    }

    String databasePassword() throws IOException {
        return Files.readString(folder.resolve("database.password"));
    }

    /** Bytes of all living objects, after a full collection. */
    long living() throws Exception {
        var jcmd = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        var histogram = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var total = TOTAL.matcher(histogram);
        if (!total.find()) {
            throw new IllegalStateException(histogram);
        }
        return Long.parseLong(total.group(1));
    }

    /** What its processors did for it so far; the database's are not in it. */
    Duration work() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    /** As {@link #work}, of a program that it started. */
    Duration workOf(String name) {
        return process.descendants()
                .filter(it -> it.info().command().orElse("").endsWith("/" + name))
                .map(it -> it.info().totalCpuDuration().orElseThrow())
                .reduce(Duration.ZERO, Duration::plus);
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Stops it and leaves its data. */
    void stop() throws Exception {
        process.destroy();
        process.waitFor(1, TimeUnit.MINUTES);
        Files.delete(output);
    }

    @Override
    public void close() throws Exception {
        stop();
        try (Stream<Path> files = Files.walk(folder)) {
            for (var file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
