package de.ratssaal.base;

import java.util.Arrays;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Where the database is: an existing server if its address is given, else the embedded one. */
@Configuration
@EnableConfigurationProperties(RatssaalProperties.class)
class DatabaseConfiguration {

    @Bean(destroyMethod = "close")
    @Conditional(NoDatabaseGiven.class)
    EmbeddedDatabase embeddedDatabase(RatssaalProperties settings) {
        return EmbeddedDatabase.start(settings.data());
    }

    @Bean
    @Conditional(NoDatabaseGiven.class)
    JdbcConnectionDetails embeddedAddress(EmbeddedDatabase database) {
        return new Address(database.jdbcUrl(), EmbeddedDatabase.USER, "");
    }

    @Bean
    @Conditional(DatabaseGiven.class)
    JdbcConnectionDetails givenAddress(RatssaalProperties settings) {
        var given = settings.db();
        return new Address(String.valueOf(given.url()), given.user(), given.password());
    }

    /**
     * Each module's tables are made by its own migrations with their own history. A command makes them in an empty
     * database, but leaves one that is in use as it is.
     */
    @Bean
    FlywayMigrationStrategy modulesInOrder(
            RatssaalProperties settings, @Value("${ratssaal.jobs:true}") boolean isApplication) {
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
