package de.ratssaal;

import de.ratssaal.identity.QuickPasswords;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** One real PostgreSQL for all tests of a run; a fresh database for each application context. */
public class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** The directory of the city that some tests sign in with would make a key of its own in each context, for a second. */
    static final String WITHOUT_DIRECTORY = "spring.autoconfigure.exclude="
            + "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration,"
            + "org.springframework.boot.security.oauth2.server.authorization.autoconfigure.servlet."
            + "OAuth2AuthorizationServerJwtAutoConfiguration";

    /** Where nobody answers, unless a test does. */
    public static final String JITSI = "https://jitsi.ratssaal.test";

    public static final String JITSI_SECRET = "what signs the tokens of tests, and of nothing else";
    public static final String JITSI_EVENTS_SECRET = "what the Jitsi of tests shows, and no other one";

    private static final AtomicInteger DATABASES = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            TestPropertyValues.of(
                            "ratssaal.db.url=" + migrated(),
                            "ratssaal.db.user=postgres",
                            "ratssaal.migrations=", // they are in what the database was copied from
                            "ratssaal.stream.height=180", // nobody looks, and the machine has more to do
                            "ratssaal.stream.per-second=10",
                            WITHOUT_DIRECTORY,
                            "ratssaal.conference.jitsi.address=" + JITSI,
                            "ratssaal.conference.jitsi.app-id=ratssaal-tests",
                            "ratssaal.conference.jitsi.secret=" + JITSI_SECRET,
                            "ratssaal.conference.jitsi.events-secret=" + JITSI_EVENTS_SECRET,
                            // tests that want a gateway start it
                            "ratssaal.conference.janus.use=never",
                            "ratssaal.data=" + Files.createTempDirectory("ratssaal-test"))
                    .applyTo(context);
            QuickPasswords.in(context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** JDBC address of a new, empty database; its owner is {@code postgres} without password. */
    public static String fresh() {
        return create("template1");
    }

    /** As {@link #fresh}, with every table: made once, copied for each context. */
    public static String migrated() {
        return create(Tables.DATABASE);
    }

    private static String create(String template) {
        var name = "test_" + DATABASES.incrementAndGet();
        try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " template " + template);
        } catch (SQLException e) {
            throw new IllegalStateException("no test database", e);
        }
        return Server.POSTGRES.getJdbcUrl("postgres", name);
    }

    /** The database that others are copied from. Nobody may be connected with it then. */
    private static final class Tables {

        static final String DATABASE = make();

        private static String make() {
            var address = fresh();
            for (var module : modules()) {
                Flyway.configure()
                        .dataSource(address, "postgres", "")
                        .locations("classpath:db/migration/" + module)
                        .table("flyway_" + module)
                        .baselineOnMigrate(true)
                        .baselineVersion("0")
                        .load()
                        .migrate();
            }
            return address.replaceAll("^.*/|\\?.*$", "");
        }

        private static String[] modules() {
            try {
                return settings().getProperty("ratssaal.migrations").split(",");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static Properties settings() throws IOException {
            return PropertiesLoaderUtils.loadProperties(new ClassPathResource("application.properties"));
        }
    }

    private static final class Server {

        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                var server = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "300")
                        // what a test's database holds need not outlive the machine
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("jit", "off")
                        .setLocaleConfig("encoding", "UTF-8")
                        .setLocaleConfig("locale-provider", "builtin")
                        .setLocaleConfig("locale", "C.UTF-8")
                        .setRegisterShutdownHook(false)
                        .start();
                // runs when every context is closed: a context that closes without its database waits for it in vain
                SpringApplication.getShutdownHandlers().add(() -> stop(server));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static void stop(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException("stopping the test database", e);
            }
        }
    }
}
