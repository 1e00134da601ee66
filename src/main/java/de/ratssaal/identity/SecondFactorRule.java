package de.ratssaal.identity;

import java.time.Clock;
import java.util.Set;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who needs a second factor: everybody with the rights of secretariat or administrator, except in the demo. */
@Component
class SecondFactorRule {

    private final JdbcClient database;
    private final Clock clock;
    private final boolean demanded;

    SecondFactorRule(JdbcClient database, Clock clock, Environment environment) {
        this.database = database;
        this.clock = clock;
        this.demanded = !environment.acceptsProfiles(Profiles.of(DemoLogins.PROFILE));
    }

    /** Whether the account may sign in with a second factor only. Counted are roles now and later. */
    boolean isDemandedOf(AccountId account) {
        return demanded
                && database
                        .sql("""
                                select role from identity_role_grant
                                where account_id = :account and (valid_to is null or valid_to > :now)
                                """)
                        .param("account", account.value())
                        .param("now", Moments.in(clock.instant()))
                        .query((row, number) -> Role.valueOf(row.getString("role")))
                        .list()
                        .stream()
                        .anyMatch(Role::isPrivileged);
    }

    /** Whether roles that need a second factor count in a session that was opened with or without one. */
    boolean isMetBy(boolean secondFactor) {
        return secondFactor || !demanded;
    }

    static Set<Role> withoutPrivileged(Set<Role> roles) {
        return Set.copyOf(roles.stream().filter(it -> !it.isPrivileged()).toList());
    }
}
