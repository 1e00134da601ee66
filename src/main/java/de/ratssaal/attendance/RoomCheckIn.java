package de.ratssaal.attendance;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.Meetings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A member enters themselves as present in the room, by the code that is shown there. */
@Service
public class RoomCheckIn {

    /** So many wrong codes, then none is looked at until some time has passed. */
    static final int MOST_MISSES = 5;

    static final Duration MISSES_COUNT_FOR = Duration.ofMinutes(10);

    private final RoomCodes codes;
    private final AttendanceRegister register;
    private final Meetings meetings;
    private final JdbcClient database;
    private final Access access;
    private final Clock clock;
    private final TransactionTemplate transaction;

    RoomCheckIn(
            RoomCodes codes,
            AttendanceRegister register,
            Meetings meetings,
            JdbcClient database,
            Access access,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.codes = codes;
        this.register = register;
        this.meetings = meetings;
        this.database = database;
        this.access = access;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Enters whoever is signed in as present in the room. Asked again it changes nothing.
     *
     * @param typed the code as it was typed or scanned
     * @throws Refusal if it is wrong or was shown too long ago, if too many were wrong, or for the reasons of {@link
     *     AttendanceRegister#arrive}
     */
    public void arrive(MeetingId meeting, String typed) {
        var person = access.requirePerson();
        // a wrong code is remembered, whatever is refused because of it
        var answer = transaction.execute(status -> answer(meeting, person, typed));
        if (answer == null || answer == Answer.TOO_MANY) {
            throw new Refusal("attendance.code.too-many", MISSES_COUNT_FOR.toMinutes());
        }
        if (answer == Answer.WRONG) {
            throw new Refusal("attendance.code.wrong");
        }
        register.arriveByCode(meeting, person);
    }

    private enum Answer {
        ACCEPTED,
        WRONG,
        TOO_MANY
    }

    private Answer answer(MeetingId meeting, PersonId person, String typed) {
        meetings.meeting(meeting);
        holdAttemptsOf(meeting, person);
        var now = clock.instant();
        if (misses(meeting, person, now.minus(MISSES_COUNT_FOR)) >= MOST_MISSES) {
            return Answer.TOO_MANY;
        }
        if (codes.isAccepted(meeting, typed)) {
            return Answer.ACCEPTED;
        }
        database.sql("insert into attendance_code_miss (meeting_id, person_id, missed_at) values (?, ?, ?)")
                .params(meeting.value(), person.value(), now.atOffset(ZoneOffset.UTC))
                .update();
        return Answer.WRONG;
    }

    /** Who tries from several devices at once has no more tries for it. */
    private void holdAttemptsOf(MeetingId meeting, PersonId person) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(?, 3))")
                .param(meeting.value() + "/" + person.value())
                .query((row, number) -> number)
                .list();
    }

    private int misses(MeetingId meeting, PersonId person, Instant since) {
        return database.sql("""
                        select count(*) from attendance_code_miss
                        where meeting_id = ? and person_id = ? and missed_at > ?
                        """)
                .params(meeting.value(), person.value(), since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }
}
