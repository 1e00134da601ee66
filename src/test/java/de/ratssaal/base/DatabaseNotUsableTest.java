package de.ratssaal.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A database that cannot be used")
class DatabaseNotUsableTest {

    @ParameterizedTest
    @DisplayName("is named by server and name, without parameters and passwords")
    @CsvSource({
        "jdbc:postgresql://db.example:5433/rat?user=a&password=geheim, db.example:5433/rat",
        "jdbc:postgresql://a:geheim@db.example/rat, db.example/rat",
        "jdbc:postgresql:rat, rat",
        "postgres://geheim, (not an address of PostgreSQL)"
    })
    void server(String url, String named) {
        assertThat(DatabaseNotUsable.server(url)).isEqualTo(named);
    }

    @Test
    @DisplayName("comes with advice that fits the reason")
    void advice() {
        assertThat(refusal("28P01").remedy()).contains("RATSSAAL_DB_USER (now \"anna\")", "RATSSAAL_DB_PASSWORD");
        assertThat(refusal("3D000").remedy()).contains("createdb --owner=anna");
        assertThat(refusal("08001").remedy()).contains("firewall");
    }

    private static DatabaseNotUsable refusal(String state) {
        return new DatabaseNotUsable("jdbc:postgresql://db/rat", "anna", new SQLException("no", state));
    }
}
