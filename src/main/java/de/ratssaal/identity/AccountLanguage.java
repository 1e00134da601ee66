package de.ratssaal.identity;

import de.ratssaal.base.LanguageChosen;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers in which language the owner of an account reads, for letters about it. */
@Component
class AccountLanguage {

    private final JdbcClient database;
    private final Access access;

    AccountLanguage(JdbcClient database, Access access) {
        this.database = database;
        this.access = access;
    }

    @EventListener
    void on(LanguageChosen event) {
        access.signedIn()
                .ifPresent(who -> database.sql("update identity_account set language = ? where id = ?")
                        .params(event.language().getLanguage(), who.account().value())
                        .update());
    }
}
