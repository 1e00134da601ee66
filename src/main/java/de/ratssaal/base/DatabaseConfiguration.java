package de.ratssaal.base;

import org.flywaydb.core.Flyway;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
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
        return new Address(database.jdbcUrl(), "postgres", "");
    }

    @Bean
    @ConditionalOnProperty("ratssaal.db.url")
    JdbcConnectionDetails givenAddress(RatssaalProperties settings) {
        var given = settings.db();
        return new Address(String.valueOf(given.url()), given.user(), given.password());
    }

    /** Each module's tables are made by its own migrations with their own history. */
    @Bean
    FlywayMigrationStrategy modulesInOrder(RatssaalProperties settings) {
        return whole -> {
            for (var module : settings.migrations()) {
                Flyway.configure()
                        .configuration(whole.getConfiguration())
                        .locations("classpath:db/migration/" + module)
                        .failOnMissingLocations(true)
                        .table("flyway_" + module)
                        .baselineOnMigrate(true)
                        .baselineVersion("0")
                        .load()
                        .migrate();
            }
        };
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
