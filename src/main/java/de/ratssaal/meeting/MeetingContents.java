package de.ratssaal.meeting;

import de.ratssaal.identity.Access;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Meetings as they are made searchable, with who may see what of them. For the application itself. */
@Service
@Transactional(readOnly = true)
public class MeetingContents {

    private final Meetings meetings;
    private final JdbcClient database;
    private final Access access;

    MeetingContents(Meetings meetings, JdbcClient database, Access access) {
        this.meetings = meetings;
        this.database = database;
        this.access = access;
    }

    /** A meeting with its agenda. */
    public Optional<SearchableMeeting> of(MeetingId id) {
        access.requireSystem();
        return meetings.find(id)
                .map(it -> new SearchableMeeting(it, meetings.agenda(id), meetings.readers(it), meetings.inner(it)));
    }

    /** All meetings. */
    public List<MeetingId> all() {
        access.requireSystem();
        return database.sql("select id from meeting_meeting order by starts_at desc, id")
                .query((row, number) -> new MeetingId(row.getObject("id", UUID.class)))
                .list();
    }
}
