package de.ratssaal.identity;

import de.ratssaal.base.RatssaalProperties;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links that work once and for a while. To look at one does not use it up, because mail programs look at links before
 * people do.
 */
@Component
class OneTimeLinks {

    private final JdbcClient database;
    private final RealTime time;
    private final String address;

    OneTimeLinks(JdbcClient database, RealTime time, RatssaalProperties settings) {
        this.database = database;
        this.time = time;
        this.address = settings.publicUrl().replaceAll("/+$", "");
    }

    /** What a link opens, and for how long. */
    enum Purpose {
        /** Its owner asked for it by mail. */
        FORGOTTEN("/app/login/password/", Duration.ofHours(1)),
        /** An administrator made the account or gave it a new start. */
        WELCOME("/app/login/password/", Duration.ofDays(7)),
        /** Whoever installed the application becomes its first administrator. */
        FIRST_ADMINISTRATOR("/app/login/first-administrator/", Duration.ofDays(1));

        private final String path;
        private final Duration lifetime;

        Purpose(String path, Duration lifetime) {
            this.path = path;
            this.lifetime = lifetime;
        }
    }

    /** What a link stands for. */
    record Meant(Purpose purpose, @Nullable AccountId account) {}

    /** Makes a link; earlier ones for the same purpose and account do not work any more. */
    @Transactional
    URI make(Purpose purpose, @Nullable AccountId account) {
        var id = account == null ? null : account.value();
        var now = time.now();
        var token = Secrets.token();
        database.sql("delete from identity_link where purpose = :purpose and account_id is not distinct from :account")
                .param("purpose", purpose.name())
                .param("account", id, java.sql.Types.OTHER)
                .update();
        database.sql("""
                        insert into identity_link (token_hash, purpose, account_id, created_at, expires_at)
                        values (:token, :purpose, :account, :now, :expires)
                        """)
                .param("token", Secrets.hash(token))
                .param("purpose", purpose.name())
                .param("account", id, java.sql.Types.OTHER)
                .param("now", Moments.in(now))
                .param("expires", Moments.in(now.plus(purpose.lifetime)))
                .update();
        return URI.create(address + purpose.path + token);
    }

    /** What the link stands for, if it still works. */
    @Transactional(readOnly = true)
    Optional<Meant> look(String token) {
        return read("select purpose, account_id from identity_link where token_hash = ? and expires_at > ?", token);
    }

    /** Uses the link up. Of two who use it at the same moment one succeeds. */
    @Transactional
    Optional<Meant> use(String token) {
        return read(
                "delete from identity_link where token_hash = ? and expires_at > ? returning purpose, account_id",
                token);
    }

    /** No link of the account works any more. */
    @Transactional
    void forget(AccountId account) {
        database.sql("delete from identity_link where account_id = ?")
                .param(account.value())
                .update();
    }

    private Optional<Meant> read(String sql, String token) {
        return database.sql(sql)
                .params(Secrets.hash(token), Moments.in(time.now()))
                .query((row, number) -> {
                    var account = row.getObject("account_id", UUID.class);
                    return new Meant(
                            Purpose.valueOf(row.getString("purpose")), account == null ? null : new AccountId(account));
                })
                .optional();
    }

    @Scheduled(fixedDelayString = "PT1H")
    void removeExpired() {
        database.sql("delete from identity_link where expires_at < ?")
                .param(Moments.in(time.now()))
                .update();
    }
}
