package de.ratssaal.identity;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * From which devices an account signed in before. On those a stranger's guesses do not lock its owner out: they are counted
 * apart. Nothing else is opened by it.
 */
@Component
class KnownDevices {

    private static final Duration FORGOTTEN = Duration.ofDays(180);

    private final JdbcClient database;
    private final RealTime time;

    KnownDevices(JdbcClient database, RealTime time) {
        this.database = database;
        this.time = time;
    }

    /** @param token what the device shows; empty if nothing */
    @Transactional(readOnly = true)
    boolean isKnown(String token, String login) {
        return !token.isEmpty()
                && database.sql("""
                                select exists (select 1 from identity_device d join identity_account a on a.id = d.account_id
                                where d.token_hash = :token and a.login = :login)
                                """)
                        .param("token", Secrets.hash(token))
                        .param("login", login)
                        .query(Boolean.class)
                        .single();
    }

    @Transactional
    void remember(String token, AccountId account) {
        database.sql("""
                        insert into identity_device (token_hash, account_id, last_at) values (:token, :account, :now)
                        on conflict (token_hash, account_id) do update set last_at = excluded.last_at
                        """)
                .param("token", Secrets.hash(token))
                .param("account", account.value())
                .param("now", Moments.in(time.now()))
                .update();
    }

    @Transactional
    void forget(AccountId account) {
        database.sql("delete from identity_device where account_id = ?")
                .param(account.value())
                .update();
    }

    @Scheduled(fixedDelayString = "PT24H")
    void removeOld() {
        database.sql("delete from identity_device where last_at < ?")
                .param(Moments.in(time.now().minus(FORGOTTEN)))
                .update();
    }
}
