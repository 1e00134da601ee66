package de.ratssaal.identity;

import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The logins of the demo city, shown on the sign-in page with one button each. This exists in the profile {@code demo}
 * only: outside it there is no such bean, the sign-in page knows no buttons, and a database with demo logins in it is
 * refused at the start.
 */
@Service
@Profile(DemoLogins.PROFILE)
public class DemoLogins {

    public static final String PROFILE = "demo";

    /** The password of every demo login. */
    public static final String PASSWORD = "Willkommen im Ratssaal";

    private final JdbcClient database;
    private final Access access;
    private final Accounts accounts;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final String hash;

    DemoLogins(
            JdbcClient database,
            Access access,
            Accounts accounts,
            PasswordHashing hashing,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.access = access;
        this.accounts = accounts;
        this.events = events;
        this.clock = clock;
        this.hash = hashing.hash(PASSWORD);
    }

    /**
     * One button of the sign-in page.
     *
     * @param role what the person is, in words of the demo city, such as "Sitzungsdienst"
     */
    public record DemoLogin(String login, String name, String role) {}

    /** The buttons, in the order in which they were registered. Public knowledge in a demo. */
    @Transactional(readOnly = true)
    public List<DemoLogin> all() {
        return database.sql("""
                        select a.login, a.name, d.role_name from identity_demo_login d
                        join identity_account a on a.id = d.account_id order by d.position
                        """)
                .query((row, number) ->
                        new DemoLogin(row.getString("login"), row.getString("name"), row.getString("role_name")))
                .list();
    }

    /**
     * Makes an account with the password that everybody knows.
     *
     * @param role what the person is, in words of the demo city
     */
    @Transactional
    public AccountId register(NewAccount account, String role) {
        access.requireAnywhere(Role.ADMINISTRATOR);
        var id = accounts.create(account);
        var now = clock.instant();
        database.sql("insert into identity_password (account_id, hash, changed_at) values (?, ?, ?)")
                .params(id.value(), hash, Moments.in(now))
                .update();
        database.sql("insert into identity_demo_login (account_id, role_name) values (?, ?)")
                .params(id.value(), role)
                .update();
        events.publishEvent(new PasswordChanged(id, now));
        return id;
    }
}
