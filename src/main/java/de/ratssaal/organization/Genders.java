package de.ratssaal.organization;

import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The gender of persons, for rules that ask for it and for figures. For the application itself: it is not public. */
@Component
public class Genders {

    private final JdbcClient database;
    private final Access access;

    Genders(JdbcClient database, Access access) {
        this.database = database;
        this.access = access;
    }

    /** Of those who said it. */
    public Map<PersonId, Gender> of(Collection<PersonId> persons) {
        access.requireSystem();
        var genders = new HashMap<PersonId, Gender>();
        database.sql("select id, gender from organization_person where id = any(:persons) and gender is not null")
                .param("persons", persons.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((row, number) -> genders.put(
                        new PersonId(row.getObject("id", UUID.class)), Gender.valueOf(row.getString("gender"))))
                .list();
        return genders;
    }
}
