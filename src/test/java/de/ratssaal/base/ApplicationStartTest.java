package de.ratssaal.base;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.IntegrationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
class ApplicationStartTest {

    @Autowired
    JdbcClient database;

    @Test
    void theSchemaIsMadeModuleByModule() {
        assertThat(database.sql("select count(*) from flyway_identity where success")
                        .query(Integer.class)
                        .single())
                .isPositive();
    }
}
