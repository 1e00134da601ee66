package de.ratssaal.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

class CommandLineTest {

    @TempDir
    Path data;

    @BeforeEach
    void useThisFolder() {
        System.setProperty("ratssaal.data", data.toString());
    }

    @AfterEach
    void forgetTheFolder() {
        System.clearProperty("ratssaal.data");
    }

    @Test
    void aWordCallsACommandAndAnOptionDoesNot() {
        assertThat(CommandLine.asksFor("audit", "verify")).isTrue();
        assertThat(CommandLine.asksFor("--server.port=9000")).isFalse();
        assertThat(CommandLine.asksFor()).isFalse();
    }

    @Test
    void theCommandGetsItsArgumentsAndItsExitCodeIsTheProcesss() {
        assertThat(printed(() -> CommandLine.run(WithGreeting.class, "greet", "Anna", "--twice")))
                .contains("Good day, [Anna, --twice]\n");
        assertThat(CommandLine.run(WithGreeting.class, "greet")).isEqualTo(7);
        assertThat(CommandLine.run(WithGreeting.class, "unknown")).isEqualTo(Command.IMPOSSIBLE);
    }

    @Test
    void besideARunningInstanceTheCommandWorksOnItsDatabase() throws Exception {
        try (var running = EmbeddedDatabase.start(data);
                var connection = java.sql.DriverManager.getConnection(
                        running.jdbcUrl(), EmbeddedDatabase.USER, running.password());
                var statement = connection.createStatement()) {
            statement.execute("create table marker (word text)");
            statement.execute("insert into marker values ('the running one')");

            assertThat(printed(() -> CommandLine.run(WithGreeting.class, "marker")))
                    .contains("the running one\n");
        }
    }

    private static String printed(IntSupplier run) {
        var out = System.out;
        var bytes = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
            assertThat(run.getAsInt()).isNotEqualTo(Command.IMPOSSIBLE);
        } finally {
            System.setOut(out);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /** Not a configuration by annotation, so that no other test's context finds it. */
    @EnableAutoConfiguration
    @Import({DatabaseConfiguration.class, TimeConfiguration.class})
    static class WithGreeting {

        @Bean
        Command greet() {
            return command("greet", arguments -> {
                System.out.println("Good day, " + arguments);
                return 7;
            });
        }

        @Bean
        Command marker(ObjectProvider<JdbcClient> database) {
            return command("marker", arguments -> {
                System.out.println(database.getObject()
                        .sql("select word from marker")
                        .query(String.class)
                        .single());
                return Command.DONE;
            });
        }

        /** Start-up work of the application; a command that ran it would fail. */
        @Bean
        ApplicationRunner startUpWork() {
            return arguments -> {
                throw new IllegalStateException("a command does no start-up work");
            };
        }

        private static Command command(String name, java.util.function.ToIntFunction<List<String>> work) {
            return new Command() {
                @Override
                public String name() {
                    return name;
                }

                @Override
                public int run(List<String> arguments) {
                    return work.applyAsInt(arguments);
                }
            };
        }
    }
}
