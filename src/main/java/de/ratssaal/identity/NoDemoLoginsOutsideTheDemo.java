package de.ratssaal.identity;

import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stops the start, before anybody is answered, on a database with logins whose password everybody knows. Whoever wants the
 * demo's data for a real city would otherwise open its doors to all.
 */
@Component
@Profile("!" + DemoLogins.PROFILE)
class NoDemoLoginsOutsideTheDemo {

    NoDemoLoginsOutsideTheDemo(JdbcClient database) {
        int count = database.sql("select count(*) from identity_demo_login")
                .query(Integer.class)
                .single();
        if (count > 0) {
            throw new DemoLoginsPresent(count);
        }
    }

    /** The database belongs to a demo. */
    static final class DemoLoginsPresent extends IllegalStateException {

        private static final long serialVersionUID = 1;

        DemoLoginsPresent(int count) {
            super("This database belongs to a demo: it has %d logins whose password everybody knows. Start it with the "
                            .formatted(count)
                    + "profile \"demo\", or set RATSSAAL_DB_URL or RATSSAAL_DATA to a database of your own.");
        }
    }
}
