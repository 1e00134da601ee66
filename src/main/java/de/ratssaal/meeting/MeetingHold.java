package de.ratssaal.meeting;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps apart what must not happen at the same moment in one meeting: a vote is opened while somebody is recused, an item
 * is finished while a vote on it opens, two results are recorded for one item. Casting a vote does not wait for it.
 */
@Component
public class MeetingHold {

    private final JdbcClient database;

    MeetingHold(JdbcClient database) {
        this.database = database;
    }

    /** Waits until others are done, then holds the meeting until the running transaction ends. */
    public void take(MeetingId meeting) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(?, 2))")
                .param(meeting.value().toString())
                .query((row, number) -> number)
                .list();
    }
}
