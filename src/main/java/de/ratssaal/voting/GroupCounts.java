package de.ratssaal.voting;

import de.ratssaal.identity.OrganizationId;
import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where hands that were counted by group are kept. The database knows that they add up to what was counted in all. */
@Component
class GroupCounts {

    private final JdbcClient database;

    GroupCounts(JdbcClient database) {
        this.database = database;
    }

    /** A new count takes the place of the one before. */
    void replace(PollId poll, List<GroupCount> counts) {
        database.sql("delete from voting_group_count where poll_id = ?")
                .param(poll.value())
                .update();
        for (var count : counts) {
            database.sql("""
                            insert into voting_group_count (poll_id, group_id, yes, no, abstentions)
                            values (:poll, :group, :yes, :no, :abstentions)
                            """)
                    .param("poll", poll.value())
                    .param("group", count.group() == null ? null : count.group().value(), Types.OTHER)
                    .param("yes", count.tally().yes())
                    .param("no", count.tally().no())
                    .param("abstentions", count.tally().abstentions())
                    .update();
        }
    }

    List<GroupCount> of(PollId poll) {
        return database.sql("select * from voting_group_count where poll_id = ? order by group_id nulls last")
                .param(poll.value())
                .query((row, number) -> {
                    var group = row.getObject("group_id", UUID.class);
                    return new GroupCount(
                            group == null ? null : new OrganizationId(group),
                            new Tally(row.getInt("yes"), row.getInt("no"), row.getInt("abstentions")));
                })
                .list();
    }
}
