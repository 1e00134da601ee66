package de.ratssaal.minutes;

import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.ChairHandedOver;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingInterrupted;
import de.ratssaal.meeting.MeetingOpened;
import de.ratssaal.meeting.MeetingResumed;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes down the breaks of a meeting and who was in the chair, in the transaction in which it happens: minutes must not
 * lack what the meeting did.
 */
@Component
class RecordCourse {

    private final JdbcClient database;

    RecordCourse(JdbcClient database) {
        this.database = database;
    }

    @EventListener
    void on(MeetingOpened event) {
        write(event.meeting(), Course.Kind.OPENED, event.chair(), event.at());
    }

    @EventListener
    void on(ChairHandedOver event) {
        write(event.meeting(), Course.Kind.CHAIR_HANDED_OVER, event.to(), event.at());
    }

    @EventListener
    void on(MeetingInterrupted event) {
        write(event.meeting(), Course.Kind.INTERRUPTED, null, event.at());
    }

    @EventListener
    void on(MeetingResumed event) {
        write(event.meeting(), Course.Kind.RESUMED, null, event.at());
    }

    private void write(MeetingId meeting, Course.Kind kind, @Nullable PersonId person, Instant at) {
        database.sql(
                        "insert into minutes_course (id, meeting_id, kind, person_id, at) values (:id, :meeting, :kind, :person, :at)")
                .param("id", UUID.randomUUID())
                .param("meeting", meeting.value())
                .param("kind", kind.name())
                .param("person", person == null ? null : person.value())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
