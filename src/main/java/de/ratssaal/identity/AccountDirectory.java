package de.ratssaal.identity;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How a person is reached. Answers the application's own jobs, the secretariat and administrators. */
@Service
public class AccountDirectory {

    private final JdbcClient database;
    private final Access access;
    private final Clock clock;

    AccountDirectory(JdbcClient database, Access access, Clock clock) {
        this.database = database;
        this.access = access;
        this.clock = clock;
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

    /** Persons to whose account a role is granted in an organization now. */
    @Transactional(readOnly = true)
    public List<PersonId> holding(Role role, OrganizationId organization) {
        access.requireAnywhere(Role.SECRETARIAT, Role.ADMINISTRATOR);
        return database.sql("""
                        select distinct a.person_id from identity_account a join identity_role_grant g on g.account_id = a.id
                        where a.active and a.person_id is not null and g.role = :role
                            and (g.organization_id is null or g.organization_id = :organization)
                            and g.valid_from <= :now and (g.valid_to is null or g.valid_to > :now)
                        """)
                .param("role", role.name())
                .param("organization", organization.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .list();
    }

    /** Those of the persons who have an account that is not closed. */
    @Transactional(readOnly = true)
    public Set<PersonId> whoCanSignIn(Collection<PersonId> persons) {
        access.requireAnywhere(Role.SECRETARIAT, Role.ADMINISTRATOR);
        return database.sql("select person_id from identity_account where active and person_id = any(:persons)")
                .param("persons", persons.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                .set();
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
