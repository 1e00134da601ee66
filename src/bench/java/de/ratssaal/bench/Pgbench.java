package de.ratssaal.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own measure: durable inserts of single rows by {@code pgbench} on the server that the application uses. */
final class Pgbench {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final String TABLE = "create table if not exists bench_insert"
            + " (poll uuid not null, voter uuid not null, choice text not null, at timestamptz not null,"
            + " primary key (poll, voter))";
    private static final String INSERT = "insert into bench_insert values"
            + " ('00000000-0000-4000-8000-000000000001', gen_random_uuid(), 'YES', now());\n";

    private final Path program;
    private final URI database;
    private final String password;
    private final Path script;

    Pgbench(String jdbcAddress, String password) throws IOException, SQLException {
        this.program = find()
                .orElseThrow(() -> new IllegalStateException(
                        "pgbench is missing. Install Debian's package postgresql-contrib or postgresql-15 (it lies in"
                                + " /usr/lib/postgresql/<version>/bin), or put pgbench on the PATH."));
        this.database = URI.create(jdbcAddress.substring("jdbc:".length()));
        this.password = password;
        this.script = Files.writeString(Files.createTempFile("insert", ".sql"), INSERT);
        try (var connection = DriverManager.getConnection(jdbcAddress, "postgres", password);
                var statement = connection.createStatement()) {
            statement.execute(TABLE);
        }
    }

    /** Inserts per second. */
    double run(int clients, int seconds) throws Exception {
        var builder = new ProcessBuilder(
                        program.toString(),
                        "-n",
                        "-M",
                        "prepared",
                        "-f",
                        script.toString(),
                        "-h",
                        database.getHost(),
                        "-p",
                        Integer.toString(database.getPort()),
                        "-U",
                        "postgres",
                        "-c",
                        Integer.toString(clients),
                        "-j",
                        "2",
                        "-T",
                        Integer.toString(seconds),
                        database.getPath().substring(1))
                .redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", password);
        var process = builder.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var rate = RATE.matcher(output);
        if (process.waitFor() != 0 || !rate.find()) {
            throw new IllegalStateException(output);
        }
        return Double.parseDouble(rate.group(1));
    }

    private static Optional<Path> find() throws IOException {
        var onPath = Arrays.stream(System.getenv("PATH").split(":")).map(it -> Path.of(it, "pgbench"));
        var debian = Path.of("/usr/lib/postgresql");
        try (Stream<Path> versions = Files.isDirectory(debian) ? Files.list(debian) : Stream.empty()) {
            var installed = versions.sorted(Comparator.reverseOrder())
                    .map(it -> it.resolve("bin/pgbench"))
                    .toList();
            return Stream.concat(onPath, List.copyOf(installed).stream())
                    .filter(Files::isExecutable)
                    .findFirst();
        }
    }
}
