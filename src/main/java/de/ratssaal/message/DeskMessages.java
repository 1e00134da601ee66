package de.ratssaal.message;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What chair and secretariat receive at the desk and answer. What members write to each other they do not see. */
@Service
@Transactional
public class DeskMessages {

    /** Longest message, in characters. */
    public static final int LONGEST = Post.LONGEST;

    private final Post post;
    private final MessageRows rows;
    private final Meetings meetings;
    private final Access access;

    DeskMessages(Post post, MessageRows rows, Meetings meetings, Access access) {
        this.post = post;
        this.rows = rows;
        this.meetings = meetings;
        this.access = access;
    }

    /**
     * Writes to a member. Sent again, it changes nothing.
     *
     * @throws Refusal if the meeting does not run, they do not belong to it, or nothing is said or too much
     */
    public void writeToMember(MessageId id, MeetingId meetingId, PersonId to, String words) {
        var meeting = running(meetingId);
        post.member(meeting, to);
        post.send(id, meeting, null, to, MessageSubject.WORDS, words);
    }

    /** Chair writes to secretariat, or the other way round. Sent again, it changes nothing. */
    public void writeWithinDesk(MessageId id, MeetingId meetingId, String words) {
        post.send(id, running(meetingId), null, null, MessageSubject.WORDS, words);
    }

    /** Answers a message of a member, which is read with it. Sent again, it changes nothing. */
    public void answer(MessageId id, MeetingId meetingId, MessageId answered, String words) {
        var meeting = running(meetingId);
        var from = received(meetingId, answered).from();
        if (from == null) {
            post.send(id, meeting, null, null, MessageSubject.WORDS, words);
        } else {
            post.send(id, meeting, null, from, MessageSubject.WORDS, words);
        }
        post.read(meetingId, answered);
    }

    /** A message to the desk was read there; one within the desk by somebody else than who wrote it. Said again, it changes nothing. */
    public void read(MeetingId meetingId, MessageId id) {
        requireConduct(post.held(meetingId));
        var message = received(meetingId, id);
        if (message.isWithinDesk() && isMine(message)) {
            throw new AccessDeniedException("one's own message");
        }
        post.read(meetingId, id);
    }

    /** All that the desk wrote and received, in order. */
    @Transactional(readOnly = true)
    public List<Message> of(MeetingId meetingId) {
        requireConduct(meetings.meeting(meetingId));
        return rows.ofDesk(meetingId);
    }

    /** Whether whoever is signed in wrote it. */
    public boolean isMine(Message message) {
        return message.account().equals(access.require().account());
    }

    private Message received(MeetingId meeting, MessageId id) {
        return rows.find(meeting, id)
                .filter(it -> it.to() == null)
                .orElseThrow(() -> new NoSuchElementException("message " + id));
    }

    private MeetingSummary running(MeetingId id) {
        var meeting = post.running(id);
        requireConduct(meeting);
        return meeting;
    }

    private void requireConduct(MeetingSummary meeting) {
        access.require(meeting.organization(), Role.CHAIR, Role.DEPUTY_CHAIR, Role.SECRETARIAT);
    }
}
