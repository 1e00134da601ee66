package de.ratssaal;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

@DisplayName("The application as a process")
@EnabledOnOs(OS.LINUX)
class ApplicationProcessTest {

    private static final int BY_CTRL_C = 130;
    private static final int BY_TERM = 143;

    @TempDir
    Path folder;

    @Test
    @DisplayName(
            "finds its data again after kill -9, is alone on its data folder, and leaves nothing running after Ctrl-C")
    void killedAndStartedAgain() throws Exception {
        var data = folder.resolve("a city's data");
        ProcessHandle orphan;
        try (var first = ApplicationProcess.start(data, Map.of())) {
            assertThat(health(first.address())).isEqualTo(200);
            assertThat(first.output()).doesNotContain("WARN", "ERROR");
            try (var database = first.database()) {
                assertThat(answer(database, "show fsync")).isEqualTo("on");
                execute(database, "create table kept as select 'before the kill' as word");
            }
            orphan = first.postgres();

            try (var second = ApplicationProcess.start(data, Map.of())) {
                assertThat(second.exitCode()).isEqualTo(1);
                assertExplained(second, "Another Ratssaal is running on the data folder " + data, "RATSSAAL_DATA");
            }
            assertThat(health(first.address())).as("the first one goes on").isEqualTo(200);
            assertThat(first.postgres()).isEqualTo(orphan);
            assertLogIsVerifiedBeside(first, data);

            first.kill();
            assertThat(orphan.isAlive()).as("PostgreSQL is orphaned").isTrue();

            try (var again = ApplicationProcess.start(data, Map.of())) {
                assertThat(health(again.address())).isEqualTo(200);
                assertThat(orphan.isAlive()).isFalse();
                try (var database = again.database()) {
                    assertThat(answer(database, "select word from kept")).isEqualTo("before the kill");
                    assertThat(answer(database, "select kind from base_installation"))
                            .isEqualTo("DEMO");
                }

                var asked = System.nanoTime();
                assertThat(again.interrupt()).isEqualTo(BY_CTRL_C);
                assertThat(again.output())
                        .as("how to sign in")
                        .contains("Willkommen im Ratssaal", "sekretariat ", "vorsitz ", "mitglied1 ");
                assertThat(ofSeconds(10)).isGreaterThan(java.time.Duration.ofNanos(System.nanoTime() - asked));
                assertThat(again.output()).doesNotContain("WARN  Hikari", "ERROR", "\tat ");
                assertThat(processesNaming(data)).isEmpty();
            }
        }
    }

    @Test
    @DisplayName("runs for an ordinary user too, empty if asked so, and stops when told to")
    void ordinaryUser() throws Exception {
        assumeTrue("root".equals(System.getProperty("user.name")), "only root can become somebody else");
        var home = Files.createTempDirectory("ratssaal-nobody");
        try {
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
            var data = Files.createDirectory(home.resolve("data"));
            var nobody = home.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
            Files.setOwner(data, nobody);
            var prefix = List.of(
                    "setpriv",
                    "--reuid=nobody",
                    "--regid=nogroup",
                    "--clear-groups",
                    "setsid",
                    "env",
                    "--default-signal=INT,TERM");

            try (var application = ApplicationProcess.start(
                    prefix, List.of("-cp", readableClassPath(home)), data, Map.of(), "--empty")) {
                assertThat(health(application.address())).isEqualTo(200);
                assertThat(Files.getOwner(data.resolve("postgres/postgresql.conf")))
                        .isEqualTo(nobody);
                try (var database = application.database()) {
                    assertThat(answer(database, "select kind from base_installation"))
                            .isEqualTo("EMPTY");
                }

                assertThat(application.terminate()).isEqualTo(BY_TERM);
                assertThat(processesNaming(data)).isEmpty();
            }
        } finally {
            FileSystemUtils.deleteRecursively(home);
        }
    }

    @Test
    @DisplayName("says so when its port is taken")
    void takenPort() throws Exception {
        try (var other = new ServerSocket(0)) {
            var port = Integer.toString(other.getLocalPort());
            var settings = Map.of(
                    "SERVER_PORT", port, "RATSSAAL_DB_URL", TestDatabase.fresh(), "RATSSAAL_DB_USER", "postgres");
            try (var application = ApplicationProcess.start(folder, settings)) {
                assertThat(application.exitCode()).isEqualTo(1);
                assertExplained(application, "Another program already listens on port " + port, "SERVER_PORT");
            }
        }
    }

    @Test
    @DisplayName("names the database that it cannot reach, and no password")
    void unreachableDatabase() throws Exception {
        var settings = Map.of(
                "RATSSAAL_DB_URL",
                "jdbc:postgresql://127.0.0.1:1/ratssaal?password=geheim1",
                "RATSSAAL_DB_PASSWORD",
                "geheim2");
        try (var application = ApplicationProcess.start(folder, settings)) {
            assertThat(application.exitCode()).isEqualTo(1);
            assertExplained(application, "127.0.0.1:1/ratssaal cannot be reached", "RATSSAAL_DB_URL");
            assertThat(application.output()).doesNotContain("geheim");
        }
    }

    /** The command checks the log of the application that is running, and names what was altered by whoever can. */
    private static void assertLogIsVerifiedBeside(ApplicationProcess running, Path data) throws Exception {
        try (var verify = ApplicationProcess.start(data, Map.of(), "audit", "verify")) {
            assertThat(verify.exitCode()).as(verify::output).isZero();
        }
        try (var database = running.database()) {
            var entry = answer(database, "select min(entry_id) from audit_leaf");
            execute(database, "alter table audit_entry disable trigger all");
            execute(database, "update audit_entry set line = line || '!' where id = " + entry);
            try (var verify = ApplicationProcess.start(data, Map.of(), "audit", "verify")) {
                assertThat(verify.exitCode()).as(verify::output).isEqualTo(1);
                assertThat(verify.output()).containsPattern("(Entry|Eintrag) " + entry + "\\b");
            }
        }
    }

    private static void assertExplained(ApplicationProcess application, String... words) {
        assertThat(application.output()).contains(words).doesNotContain("\tat ", "Exception");
    }

    private static int health(URI address) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(address.resolve("/actuator/health"))
                                    .build(),
                            BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static String answer(Connection database, String question) throws SQLException {
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(Connection database, String statement) throws SQLException {
        try (var it = database.createStatement()) {
            it.execute(statement);
        }
    }

    private static List<String> processesNaming(Path data) {
        return ProcessHandle.allProcesses()
                .map(it -> it.info().commandLine().orElse(""))
                .filter(it -> it.contains(data.toString()))
                .toList();
    }

    /** The class path in a place where everybody may read. */
    private static String readableClassPath(Path home) throws IOException {
        var library = Files.createDirectory(home.resolve("library"));
        return Arrays.stream(ApplicationProcess.classPath().split(File.pathSeparator))
                .map(Path::of)
                .map(it -> copy(it, library))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static Path copy(Path original, Path library) {
        try {
            var copy = library.resolve(original.getFileName());
            FileSystemUtils.copyRecursively(original, copy);
            return copy;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
