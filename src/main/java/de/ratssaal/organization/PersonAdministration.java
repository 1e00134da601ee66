package de.ratssaal.organization;

import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import java.util.NoSuchElementException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator does with persons. */
@Service
@Transactional
public class PersonAdministration {

    private final PersonRepository persons;
    private final CouncilMemory memory;
    private final Access access;

    PersonAdministration(PersonRepository persons, CouncilMemory memory, Access access) {
        this.persons = persons;
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

    private Person find(PersonId id) {
        return persons.findById(id).orElseThrow(() -> new NoSuchElementException("person " + id));
    }
}
