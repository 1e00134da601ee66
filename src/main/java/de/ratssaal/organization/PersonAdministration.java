package de.ratssaal.organization;

import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator does with persons. */
@Service
@Transactional
public class PersonAdministration {

    private final PersonRepository persons;
    private final JdbcClient database;
    private final CouncilMemory memory;
    private final Access access;

    PersonAdministration(PersonRepository persons, JdbcClient database, CouncilMemory memory, Access access) {
        this.persons = persons;
        this.database = database;
        this.memory = memory;
        this.access = access;
    }

    public void register(PersonId id, PersonDetails details) {
        access.requireAnywhere(Role.ADMINISTRATOR);
        memory.changed();
        persons.saveAndFlush(new Person(id, details));
    }

    public void change(PersonId id, PersonDetails details) {
        access.requireAnywhere(Role.ADMINISTRATOR);
        memory.changed();
        var person = find(id);
        person.change(details);
        persons.saveAndFlush(person);
    }

    /** For an administrator: it holds the mail address. */
    @Transactional(readOnly = true)
    public PersonDetails details(PersonId id) {
        access.requireAnywhere(Role.ADMINISTRATOR);
        return find(id).details();
    }

    /**
     * Persons whose name or mail address contains every word that was typed, in the order of a directory.
     *
     * @param typed may be empty: then all
     */
    @Transactional(readOnly = true)
    public List<PersonSummary> search(String typed) {
        access.requireAnywhere(Role.ADMINISTRATOR);
        var words = Arrays.stream(typed.strip().split("\\s+"))
                .map(it -> "%" + it.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .toArray(String[]::new);
        return database
                .sql("""
                        select id, title, given_name, family_name, mail from organization_person
                        where concat_ws(' ', title, given_name, family_name, mail) ilike all (:words)
                        """)
                .param("words", words)
                .query((row, number) -> new Found(PersonName.read(row), summary(row)))
                .list()
                .stream()
                .sorted(Comparator.comparing(Found::name, PersonName.alphabetically()))
                .map(Found::person)
                .toList();
    }

    private static PersonSummary summary(ResultSet row) throws SQLException {
        var name = PersonName.read(row);
        return new PersonSummary(
                new PersonId(row.getObject("id", UUID.class)), name.shown(), name.sorted(), row.getString("mail"));
    }

    private Person find(PersonId id) {
        return persons.findById(id).orElseThrow(() -> new NoSuchElementException("person " + id));
    }

    private record Found(PersonName name, PersonSummary person) {}
}
