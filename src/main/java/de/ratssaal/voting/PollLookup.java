package de.ratssaal.voting;

import de.ratssaal.meeting.MeetingId;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** To which meeting a poll belongs. It never changes, so it is asked once for each poll and node. */
@Component
class PollLookup {

    private static final int MOST = 10_000;

    private final JdbcClient database;
    private final Map<PollId, MeetingId> known = new ConcurrentHashMap<>();

    PollLookup(JdbcClient database) {
        this.database = database;
    }

    MeetingId meetingOf(PollId id) {
        var meeting = known.get(id);
        if (meeting == null) {
            meeting = database.sql("select meeting_id from voting_poll where id = ?")
                    .param(id.value())
                    .query((row, number) -> new MeetingId(row.getObject("meeting_id", UUID.class)))
                    .optional()
                    .orElseThrow(() -> new NoSuchElementException("poll " + id));
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(id, meeting);
        }
        return meeting;
    }
}
