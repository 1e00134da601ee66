package de.ratssaal.support;

import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of who supports what. */
@Component
class SupportRows {

    private final JdbcClient database;

    SupportRows(JdbcClient database) {
        this.database = database;
    }

    /** Who said on an item that they support what. */
    Map<Subject, Set<PersonId>> on(AgendaItemId item) {
        var found = new HashMap<Subject, Set<PersonId>>();
        database.sql("""
                        select kind, subject_id, person_id from support_support
                        where item_id = ? and withdrawn_at is null
                        """)
                .param(item.value())
                .query((row, number) -> found.computeIfAbsent(
                                new Subject(
                                        SupportKind.valueOf(row.getString("kind")),
                                        row.getObject("subject_id", UUID.class)),
                                none -> new HashSet<>())
                        .add(new PersonId(row.getObject("person_id", UUID.class))))
                .list();
        return found;
    }

    /** What had enough when it was put to the vote on an item, with how many there were. */
    Map<Subject, SupportCount> found(AgendaItemId item) {
        var found = new HashMap<Subject, SupportCount>();
        database.sql("select kind, subject_id, supporters, needed, by_group from support_found where item_id = ?")
                .param(item.value())
                .query((row, number) -> {
                    var persons = new HashSet<PersonId>();
                    for (var person : (UUID[]) row.getArray("supporters").getArray()) {
                        persons.add(new PersonId(person));
                    }
                    return found.put(
                            new Subject(
                                    SupportKind.valueOf(row.getString("kind")),
                                    row.getObject("subject_id", UUID.class)),
                            new SupportCount(persons, row.getInt("needed"), row.getBoolean("by_group")));
                })
                .list();
        return found;
    }

    /** @return whether it is new */
    boolean add(
            MeetingId meeting, AgendaItemId item, Subject subject, PersonId person, boolean enteredFor, Instant now) {
        return database.sql("""
                        insert into support_support (meeting_id, item_id, kind, subject_id, person_id, entered_for, given_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (item_id, kind, subject_id, person_id) where withdrawn_at is null do nothing
                        """)
                        .params(
                                meeting.value(),
                                item.value(),
                                subject.kind().name(),
                                subject.id(),
                                person.value(),
                                enteredFor,
                                now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** @return whether there was one */
    boolean withdraw(AgendaItemId item, Subject subject, PersonId person, Instant now) {
        return database.sql("""
                        update support_support set withdrawn_at = greatest(given_at, ?)
                        where item_id = ? and kind = ? and subject_id = ? and person_id = ? and withdrawn_at is null
                        """)
                        .params(
                                now.atOffset(ZoneOffset.UTC),
                                item.value(),
                                subject.kind().name(),
                                subject.id(),
                                person.value())
                        .update()
                == 1;
    }

    /** @return whether it is new */
    boolean keepFound(MeetingId meeting, AgendaItemId item, Subject subject, SupportCount count, Instant now) {
        return database.sql("""
                        insert into support_found (meeting_id, item_id, kind, subject_id, supporters, needed, by_group,
                            is_enough, found_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                        .params(
                                meeting.value(),
                                item.value(),
                                subject.kind().name(),
                                subject.id(),
                                count.supporters().stream().map(PersonId::value).toArray(UUID[]::new),
                                count.needed(),
                                count.byGroup(),
                                count.isReached(),
                                now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
