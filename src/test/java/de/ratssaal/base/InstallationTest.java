package de.ratssaal.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.TestDatabase;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

@DisplayName("An installation")
class InstallationTest {

    @TempDir
    Path folder;

    @Test
    @DisplayName("is the demo city at its first start, unless that is declined")
    void firstStart() {
        assertThat(Installation.decide(folder, false)).isEqualTo(Installation.DEMO);
        assertThat(Installation.decide(folder, true)).isEqualTo(Installation.EMPTY);
    }

    @Test
    @DisplayName("that is empty stays so at every later start")
    void emptyStaysEmpty() {
        Installation.EMPTY.remember(database(), folder);

        assertThat(Installation.decide(folder, false)).isEqualTo(Installation.EMPTY);
        assertThat(Installation.decide(folder, true)).isEqualTo(Installation.EMPTY);
    }

    @Test
    @DisplayName("that is the demo city stays so, and cannot be started as an empty one")
    void demoStaysDemo() {
        Installation.DEMO.remember(database(), folder);

        assertThat(Installation.decide(folder, false)).isEqualTo(Installation.DEMO);
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> Installation.decide(folder, true))
                .withMessageContaining("holds the demo city");
    }

    @Test
    @DisplayName("of a real city never becomes the demo city, even with another data folder")
    void theDemoCityStaysOutOfARealDatabase() {
        var database = database();
        Installation.EMPTY.remember(database, folder);

        var other = folder.resolve("other");
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> Installation.DEMO.remember(database, other))
                .withMessageContaining("belongs to a real installation");
        assertThat(Installation.remembered(other)).isEmpty();
    }

    @Test
    @DisplayName("of the demo city never becomes a real one")
    void aDemoDatabaseStaysOne() {
        var database = database();
        Installation.DEMO.remember(database, folder);

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> Installation.EMPTY.remember(database, folder.resolve("other")))
                .withMessageContaining("logins everybody knows");
    }

    private static DataSource database() {
        var database = new DriverManagerDataSource(TestDatabase.fresh(), "postgres", "");
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/base/V1__installation.sql"))
                .execute(database);
        return database;
    }
}
