package de.ratssaal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import de.ratssaal.HttpBrowser;
import de.ratssaal.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

/** Outside the demo there is no way in that everybody knows. The demo's own part is tested in the browser. */
@ServerTest
class DemoLoginsTest {

    @LocalServerPort
    int port;

    @Autowired
    TestAccounts accounts;

    @Autowired
    JdbcClient database;

    @Autowired
    ObjectProvider<DemoLogins> demo;

    @Test
    void thereAreNone() {
        assertThat(demo.getIfAvailable()).isNull();
        assertThat(new HttpBrowser(port).get("/app/login").body())
                .doesNotContain(DemoLogins.PASSWORD)
                .doesNotContain("demo");
    }

    @Test
    @Transactional
    void aDatabaseOfADemoIsNotServed() {
        database.sql("insert into identity_demo_login (account_id, role_name) values (?, 'Vorsitz')")
                .param(accounts.idOf(accounts.member("ein langer Weg zum Rathaus"))
                        .value())
                .update();

        assertThatIllegalStateException()
                .isThrownBy(() -> new NoDemoLoginsOutsideTheDemo(database))
                .withMessageContaining("demo");
    }
}
