package de.ratssaal.identity;

import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a person is reached. Answers the application's own jobs, the secretariat and administrators. */
@Service
public class AccountDirectory {

    private final JdbcClient database;
    private final Access access;

    AccountDirectory(JdbcClient database, Access access) {
        this.database = database;
        this.access = access;
    }

    /** The person's mail address; none if they have no account, a closed one, or no address in it. */
    @Transactional(readOnly = true)
    public Optional<String> mailOf(PersonId person) {
        return reach(person).map(Reach::mail).filter(it -> !it.isEmpty());
    }

    /** The language in which the person reads; German if they never chose one. */
    @Transactional(readOnly = true)
    public Locale languageOf(PersonId person) {
        return reach(person)
                .map(Reach::language)
                .filter(it -> !it.isEmpty())
                .map(Locale::forLanguageTag)
                .orElse(Locale.GERMAN);
    }

    private Optional<Reach> reach(PersonId person) {
        access.requireAnywhere(Role.SECRETARIAT, Role.ADMINISTRATOR);
        return database.sql("""
                        select coalesce(mail, '') as mail, coalesce(language, '') as language
                        from identity_account where person_id = ? and active
                        """)
                .param(person.value())
                .query((row, number) -> new Reach(row.getString("mail"), row.getString("language")))
                .optional();
    }

    private record Reach(String mail, String language) {}
}
