package de.ratssaal.conflict;

import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What members wrote down. Every question names whose it is: there is none for anybody else's. */
@Component
class ConflictStore {

    private final JdbcClient database;

    ConflictStore(JdbcClient database) {
        this.database = database;
    }

    List<Interest> of(PersonId person) {
        return database.sql(
                        "select id, kind, words from conflict_interest where person_id = ? order by kind, words, id")
                .param(person.value())
                .query((row, number) -> new Interest(
                        new InterestId(row.getObject("id", UUID.class)),
                        InterestKind.valueOf(row.getString("kind")),
                        row.getString("words")))
                .list();
    }

    void add(PersonId person, Interest interest, Instant now) {
        database.sql("""
                        insert into conflict_interest (id, person_id, kind, words, written_at) values (?, ?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(
                        interest.id().value(),
                        person.value(),
                        interest.kind().name(),
                        interest.words(),
                        now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(PersonId person, InterestId interest) {
        database.sql("delete from conflict_interest where id = ? and person_id = ?")
                .params(interest.value(), person.value())
                .update();
    }

    /** Interests of which the member said that they are none on an item. */
    Set<InterestId> setAside(PersonId person, AgendaItemId item) {
        return new HashSet<>(database.sql("""
                        select a.interest_id from conflict_set_aside a join conflict_interest i on i.id = a.interest_id
                        where i.person_id = ? and a.item_id = ?
                        """)
                .params(person.value(), item.value())
                .query((row, number) -> new InterestId(row.getObject("interest_id", UUID.class)))
                .list());
    }

    void setAside(PersonId person, AgendaItemId item, InterestId interest) {
        database.sql("""
                        insert into conflict_set_aside (interest_id, item_id)
                        select id, ? from conflict_interest where id = ? and person_id = ? on conflict do nothing
                        """).params(item.value(), interest.value(), person.value()).update();
    }
}
