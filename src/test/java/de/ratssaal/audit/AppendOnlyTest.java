package de.ratssaal.audit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ratssaal.TestDatabase;
import java.time.Instant;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@DisplayName("The database itself protects the log")
class AppendOnlyTest {

    static final OwnLog LOG = new OwnLog();

    @BeforeAll
    static void someEntries() {
        LOG.writeAndMerge(3);
    }

    @AfterAll
    static void close() {
        LOG.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set line = 'nothing happened' where id = 1",
                "update audit_entry set line = line where false",
                "insert into audit_entry (id, at, actor, type, subject, line) overriding system value"
                        + " values (1, now(), 'a', 't', 's', 'l') on conflict (id) do update set line = 'other'",
                "delete from audit_entry where id = 1",
                "truncate audit_entry",
                "update audit_leaf set hash = hash",
                "delete from audit_leaf",
                "truncate audit_leaf",
                "update audit_node set hash = hash",
                "delete from audit_node",
                "truncate audit_node",
                "update audit_head set note = 'x'",
                "delete from audit_head",
                "truncate audit_head, audit_entry cascade",
                "merge into audit_entry e using (values (1)) v(id) on e.id = v.id when matched then delete"
            })
    void nothingIsChangedOrTakenAwayEvenByTheOwner(String statement) {
        assertThatThrownBy(() -> LOG.database.execute(statement)).rootCause().hasMessageContaining("append-only");
    }

    @Test
    void alsoWhereOrdinaryTriggersAreSwitchedOff() {
        assertThatThrownBy(() ->
                        LOG.database.execute("set local session_replication_role = replica; delete from audit_entry"))
                .rootCause()
                .hasMessageContaining("append-only");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into audit_entry (at, actor, type, subject, line) values (now(), '', 't', 's', 'l')",
                "insert into audit_entry (at, actor, type, subject, line) values (now(), 'a', 't', 's', E'two\\nlines')",
                "insert into audit_entry (at, actor, type, subject, line) values (null, 'a', 't', 's', 'l')",
                "insert into audit_leaf values (-1, 99, sha256('x'))",
                "insert into audit_leaf values (99, 99, 'short')",
                "insert into audit_leaf select 99, entry_id, hash from audit_leaf where leaf_index = 0",
                "insert into audit_node values (0, 0, sha256('x'))",
                "insert into audit_head values (0, sha256('x'), now(), 'note')",
                "insert into audit_head select * from audit_head"
            })
    void aWrongRowIsRefused(String statement) {
        assertThatThrownBy(() -> LOG.database.execute(statement)).rootCause().hasMessageContaining("constraint");
    }

    @Test
    void anOwnerThatIsNoSuperuserHasNotEvenTheRightToTry() {
        var superuser = new JdbcTemplate(new DriverManagerDataSource(TestDatabase.fresh()));
        var url = superuser.queryForObject(
                "select 'jdbc:postgresql://localhost:' || current_setting('port') || '/' || current_database()",
                String.class);
        superuser.execute("create role audit_owner login");
        superuser.execute("grant create, usage on schema public to audit_owner");
        Flyway.configure()
                .dataSource(url, "audit_owner", "")
                .locations("classpath:db/migration/audit")
                .load()
                .migrate();
        var owner = new JdbcTemplate(new DriverManagerDataSource(url, "audit_owner", ""));

        new LogStore(owner).write(Instant.EPOCH, "system/test", "test.Happened", "test/1", "it may write");

        for (var statement :
                List.of("update audit_entry set line = 'x'", "delete from audit_entry", "truncate audit_leaf")) {
            assertThatThrownBy(() -> owner.execute(statement)).rootCause().hasMessageContaining("permission denied");
        }
    }
}
