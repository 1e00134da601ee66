package de.ratssaal.attendance;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Codes that are shown in the room, so that members enter themselves as present there. For the chair and the secretariat. */
@Service
@Transactional
public class RoomCodes {

    private static final int SECRET_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Meetings meetings;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    RoomCodes(
            Meetings meetings,
            JdbcClient database,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.meetings = meetings;
        this.database = database;
        this.events = events;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /**
     * From now on the meeting has a code, a new one each minute. Asked again it changes nothing.
     *
     * @throws Refusal if the meeting is not convened, or over
     */
    public void begin(MeetingId id) {
        var meeting = meetings.meeting(id);
        requireConduct(meeting);
        if (!hasCodes(meeting)) {
            throw new Refusal("attendance.code.no-time");
        }
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        var now = clock.instant();
        var made = database.sql("""
                        insert into attendance_room_secret (meeting_id, secret, made_at) values (?, ?, ?)
                        on conflict do nothing
                        """)
                .params(id.value(), secret, now.atOffset(ZoneOffset.UTC))
                .update();
        if (made == 1) {
            events.publishEvent(new RoomCodeBegun(id, now));
            notices.changed(ChangeNotices.meeting(id.value()));
        }
    }

    /** The code to be shown now; none if nobody began with it, or the meeting is over. */
    @Transactional(readOnly = true)
    public Optional<String> current(MeetingId id) {
        var meeting = meetings.meeting(id);
        requireConduct(meeting);
        return hasCodes(meeting) ? secret(id).map(it -> RoomCode.at(it, clock.instant())) : Optional.empty();
    }

    boolean isAccepted(MeetingId id, String typed) {
        return secret(id)
                .filter(it -> RoomCode.isAccepted(it, clock.instant(), typed))
                .isPresent();
    }

    private Optional<byte[]> secret(MeetingId id) {
        return database.sql("select secret from attendance_room_secret where meeting_id = ?")
                .param(id.value())
                .query((row, number) -> row.getBytes("secret"))
                .optional();
    }

    private static boolean hasCodes(MeetingSummary meeting) {
        return switch (meeting.state()) {
            case CONVENED, OPEN, INTERRUPTED -> true;
            case PLANNED, CLOSED, CANCELLED -> false;
        };
    }

    private void requireConduct(MeetingSummary meeting) {
        access.require(meeting.organization(), Role.SECRETARIAT, Role.CHAIR, Role.DEPUTY_CHAIR);
    }
}
