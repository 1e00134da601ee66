package de.ratssaal.distribution;

import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.Invitation;
import de.ratssaal.meeting.Invitations;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The address in a mail at which whoever is invited says that they cannot come, without signing in. It holds for one person,
 * one meeting and one call, until the meeting begins, and shows nothing that is not for the public.
 */
@Service
@Transactional
public class Replies {

    private static final int BYTES = 32;

    private final Meetings meetings;
    private final Invitations invitations;
    private final AttendanceRegister attendance;
    private final Councils councils;
    private final JdbcClient database;
    private final Access access;
    private final SecureRandom random = new SecureRandom();

    Replies(
            Meetings meetings,
            Invitations invitations,
            AttendanceRegister attendance,
            Councils councils,
            JdbcClient database,
            Access access) {
        this.meetings = meetings;
        this.invitations = invitations;
        this.attendance = attendance;
        this.councils = councils;
        this.database = database;
        this.access = access;
    }

    /**
     * What stands behind an address.
     *
     * @param name of who is invited
     * @param declined whether they said before that they cannot come
     */
    public record Reply(MeetingSummary meeting, String name, boolean declined) {}

    /** Makes an address for a letter. For the application, when it writes to them. */
    public String address(MeetingId meeting, PersonId person, int times) {
        access.requireSystem();
        var secret = new byte[BYTES];
        random.nextBytes(secret);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        database.sql("""
                        insert into distribution_reply (fingerprint, meeting_id, person_id, times) values (?, ?, ?, ?)
                        """)
                .params(fingerprint(token), meeting.value(), person.value(), times)
                .update();
        return "decline/" + token;
    }

    /** Nothing if the address leads nowhere, or no longer. Whoever has it may ask. */
    @Transactional(readOnly = true)
    public Optional<Reply> find(String token) {
        return access.asSystem(
                TakingStock.JOB,
                () -> invited(token)
                        .map(it -> new Reply(
                                meetings.meeting(it.meeting()),
                                councils.nameOf(it.person()),
                                attendance.excused(it.meeting()).contains(it.person()))));
    }

    /** Whoever is invited by the letter cannot come. Asked again, it changes nothing. Whoever has the address may ask. */
    public Optional<Reply> decline(String token) {
        access.asSystem(
                TakingStock.JOB,
                () -> invited(token)
                        .filter(it -> !attendance.excused(it.meeting()).contains(it.person()))
                        .ifPresent(it -> attendance.excuse(it.meeting(), it.person(), "")));
        return find(token);
    }

    private record Invited(MeetingId meeting, PersonId person, int times) {}

    private Optional<Invited> invited(String token) {
        return database.sql("select meeting_id, person_id, times from distribution_reply where fingerprint = ?")
                .param(fingerprint(token))
                .query((row, number) -> new Invited(
                        new MeetingId(row.getObject("meeting_id", UUID.class)),
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getInt("times")))
                .optional()
                .filter(it -> meetings.meeting(it.meeting()).state() == MeetingState.CONVENED)
                .filter(it -> invitations.of(it.meeting()).stream().anyMatch(sent -> isOf(sent, it)));
    }

    /** A substitute who was released, or called anew, has no use for an old letter, but may read that it was heard. */
    private static boolean isOf(Invitation sent, Invited invited) {
        return sent.person().equals(invited.person()) && sent.times() == invited.times();
    }

    private static byte[] fingerprint(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Java without SHA-256", e);
        }
    }
}
