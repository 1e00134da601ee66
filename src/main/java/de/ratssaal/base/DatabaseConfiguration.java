package de.ratssaal.base;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Properties;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Where the database is: an existing server if its address is given, else the embedded one. */
@Configuration
@EnableConfigurationProperties(RatssaalProperties.class)
class DatabaseConfiguration {

    private static final String TASKS = "applicationTaskExecutor";
    private static final String ENTITIES = "entityManagerFactory";
    private static final Duration REACHABLE = Duration.ofSeconds(10);

    @Bean(destroyMethod = "close")
    @Conditional(NoDatabaseGiven.class)
    EmbeddedDatabase embeddedDatabase(RatssaalProperties settings) {
        return EmbeddedDatabase.start(settings.data());
    }

    @Bean
    @Conditional(NoDatabaseGiven.class)
    JdbcConnectionDetails embeddedAddress(EmbeddedDatabase database) {
        return new Address(database.jdbcUrl(), EmbeddedDatabase.USER, database.password());
    }

    @Bean
    @Conditional(DatabaseGiven.class)
    JdbcConnectionDetails givenAddress(RatssaalProperties settings) {
        var given = settings.db();
        var address = new Address(String.valueOf(given.url()), given.user(), given.password());
        address.check();
        return address;
    }

    /** When the application stops, what follows from a change is finished before the database goes, as long as {@code shutdown} waits. */
    @Bean
    static BeanFactoryPostProcessor followUpsEndFirst() {
        return beans -> {
            if (beans.containsBeanDefinition(TASKS) && beans.containsBeanDefinition(ENTITIES)) {
                beans.getBeanDefinition(TASKS).setDependsOn(ENTITIES);
            }
        };
    }

    /**
     * Each module's tables are made by its own migrations with their own history. A command makes them in an empty
     * database, but leaves one that is in use as it is.
     */
    @Bean
    FlywayMigrationStrategy modulesInOrder(
            RatssaalProperties settings,
            Environment environment,
            @Value("${ratssaal.jobs:true}") boolean isApplication) {
        return whole -> {
            var modules = Arrays.stream(settings.migrations())
                    .map(module -> migrationsOf(module, whole))
                    .toList();
            if (!isApplication && modules.stream().anyMatch(it -> it.info().applied().length > 0)) {
                if (modules.stream().anyMatch(it -> it.info().pending().length > 0)) {
                    throw new SchemaOutdated();
                }
                return;
            }
            modules.forEach(Flyway::migrate);
            if (isApplication) {
                Installation.of(environment)
                        .remember(whole.getConfiguration().getDataSource(), Launch.dataFolder(environment));
            }
        };
    }

    private static Flyway migrationsOf(String module, Flyway whole) {
        return Flyway.configure()
                .configuration(whole.getConfiguration())
                .locations("classpath:db/migration/" + module)
                .failOnMissingLocations(true)
                .table("flyway_" + module)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load();
    }

    private record Address(String jdbcUrl, String user, String secret) implements JdbcConnectionDetails {

        /** Better one clear sentence now than a pool that waits and then fails. */
        void check() {
            var login = new Properties();
            login.setProperty("user", user);
            login.setProperty("password", secret);
            login.setProperty("connectTimeout", Long.toString(REACHABLE.toSeconds()));
            login.setProperty("socketTimeout", Long.toString(REACHABLE.toSeconds()));
            try {
                DriverManager.getConnection(jdbcUrl, login).close();
            } catch (SQLException e) {
                throw new DatabaseNotUsable(jdbcUrl, user, e);
            }
        }

        @Override
        public String getJdbcUrl() {
            return jdbcUrl;
        }

        @Override
        public String getUsername() {
            return user;
        }

        @Override
        public String getPassword() {
            return secret;
        }
    }
}
