package de.ratssaal.identity;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes to the owners of accounts, on a thread of its own: nobody can tell from the time it took whether there is one. */
@Component
class LetterBox {

    private static final Logger LOG = LoggerFactory.getLogger(LetterBox.class);

    private final JdbcClient database;
    private final AccountMail mail;
    private final AsyncTaskExecutor threads;

    LetterBox(JdbcClient database, AccountMail mail, @Qualifier("applicationTaskExecutor") AsyncTaskExecutor threads) {
        this.database = database;
        this.mail = mail;
        this.threads = threads;
    }

    boolean isPossible() {
        return mail.isPossible();
    }

    /** Does it soon. What is lost when the application is stopped meanwhile, its owner asks for again. */
    void later(Runnable work) {
        threads.execute(() -> {
            try {
                work.run();
            } catch (DataAccessException e) {
                LOG.warn("A mail about an account could not be prepared: {}", e.getMessage());
            }
        });
    }

    /** Writes to the owner, if their account has an address. */
    void write(AccountId account, AccountLetter.Kind kind, @Nullable URI link) {
        letter(account, kind, link).ifPresent(mail::send);
    }

    private Optional<AccountLetter> letter(AccountId account, AccountLetter.Kind kind, @Nullable URI link) {
        return database.sql("""
                        select mail, name, coalesce(language, 'de') as language from identity_account
                        where id = ? and mail is not null
                        """)
                .param(account.value())
                .query((row, number) -> new AccountLetter(
                        kind,
                        row.getString("mail"),
                        row.getString("name"),
                        Locale.forLanguageTag(row.getString("language")),
                        link))
                .optional();
    }
}
