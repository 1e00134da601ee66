package de.ratssaal.conduct;

import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.voting.Tally;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of what was decided on recusals. */
@Component
class RecusalStore {

    private final JdbcClient database;

    RecusalStore(JdbcClient database) {
        this.database = database;
    }

    RecusalDecisions of(MeetingId meeting) {
        return new RecusalDecisions(database.sql("""
                        select id, item_id, person_id, yes, no, abstentions, is_recused, decided_at from conduct_recusal
                        where meeting_id = ? order by decided_at, id
                        """)
                .param(meeting.value())
                .query((row, number) -> new RecusalDecision(
                        row.getObject("id", UUID.class),
                        new AgendaItemId(row.getObject("item_id", UUID.class)),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        new Tally(row.getInt("yes"), row.getInt("no"), row.getInt("abstentions")),
                        row.getBoolean("is_recused"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant()))
                .list());
    }

    void add(MeetingId meeting, RecusalDecision decision) {
        var votes = decision.votes();
        database.sql("""
                        insert into conduct_recusal (id, meeting_id, item_id, person_id, yes, no, abstentions, is_recused, decided_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        decision.id(),
                        meeting.value(),
                        decision.item().value(),
                        decision.person().value(),
                        votes.yes(),
                        votes.no(),
                        votes.abstentions(),
                        decision.isRecused(),
                        decision.at().atOffset(ZoneOffset.UTC))
                .update();
    }
}
