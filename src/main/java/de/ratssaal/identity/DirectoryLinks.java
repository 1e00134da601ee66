package de.ratssaal.identity;

import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which account belongs to whom in the city's own directory. The directory makes no accounts and grants nothing: it says
 * who somebody is, and the administrator said before what they may do.
 */
@Component
class DirectoryLinks {

    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final RealTime time;

    DirectoryLinks(JdbcClient database, ApplicationEventPublisher events, RealTime time) {
        this.database = database;
        this.events = events;
        this.time = time;
    }

    /** By what the directory calls them; at the first time by a mail address that it vouches for. */
    @Transactional
    Optional<AccountId> accountOf(DirectoryIdentity who) {
        return linked(who).or(() -> byMail(who));
    }

    private Optional<AccountId> linked(DirectoryIdentity who) {
        return database.sql("select account_id from identity_directory_link where issuer = ? and subject = ?")
                .params(who.issuer(), who.subject())
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }

    /** An address that two accounts share says of neither whose it is. One that is linked stays with whom it is linked. */
    private Optional<AccountId> byMail(DirectoryIdentity who) {
        var mail = who.verifiedMail();
        if (mail == null || mail.isBlank()) {
            return Optional.empty();
        }
        var found = database.sql("select id from identity_account where lower(mail) = lower(?)")
                .param(mail.strip())
                .query(UUID.class)
                .list();
        return found.size() == 1 && link(who, found.getFirst())
                ? Optional.of(new AccountId(found.getFirst()))
                : Optional.empty();
    }

    private boolean link(DirectoryIdentity who, UUID account) {
        int made = database.sql("""
                        insert into identity_directory_link (issuer, subject, account_id, created_at)
                        values (?, ?, ?, ?) on conflict do nothing
                        """)
                .params(who.issuer(), who.subject(), account, Moments.in(time.now()))
                .update();
        if (made == 1) {
            events.publishEvent(new DirectoryLinked(new AccountId(account), who.issuer()));
        }
        return made == 1;
    }

    @Transactional
    void unlink(AccountId account) {
        if (database.sql("delete from identity_directory_link where account_id = ?")
                        .param(account.value())
                        .update()
                > 0) {
            events.publishEvent(new DirectoryUnlinked(account));
        }
    }
}
