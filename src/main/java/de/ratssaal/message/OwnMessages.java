package de.ratssaal.message;

import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.attendance.Recusal;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.rules.MessagesAmong;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a member writes in a running meeting, and what they receive. Nobody reads another member's. */
@Service
@Transactional
public class OwnMessages {

    /** More is not taken from one member before somebody has read what they wrote. */
    static final int MOST_UNREAD = 5;

    private final Post post;
    private final MessageRows rows;
    private final Meetings meetings;
    private final Councils councils;
    private final AttendanceRegister attendance;
    private final Access access;

    OwnMessages(
            Post post,
            MessageRows rows,
            Meetings meetings,
            Councils councils,
            AttendanceRegister attendance,
            Access access) {
        this.post = post;
        this.rows = rows;
        this.meetings = meetings;
        this.councils = councils;
        this.attendance = attendance;
        this.access = access;
    }

    /**
     * Writes to those who conduct the meeting; also somebody who is not present yet, or recused, can. Sent again, it changes nothing.
     *
     * @throws Refusal if the meeting does not run, whoever writes does not belong to it, nothing is said or too much, or nobody has
     *     read what they wrote before
     */
    public void writeToDesk(MessageId id, MeetingId meetingId, MessageSubject subject, String words) {
        var meeting = post.running(meetingId);
        var me = access.requirePerson();
        post.member(meeting, me);
        if (rows.find(meetingId, id).isPresent() || isSaid(meetingId, me, subject, words)) {
            return;
        }
        requireFew(meetingId, me, null);
        post.send(id, meeting, me, null, subject, words);
    }

    /** Pressed twice, the same is told once, until somebody has read it. */
    private boolean isSaid(MeetingId meeting, PersonId me, MessageSubject subject, String words) {
        return subject.needsNoWords()
                && words.isBlank()
                && rows.ofMember(meeting, me).stream()
                        .anyMatch(it -> me.equals(it.from()) && it.subject() == subject && !it.isRead());
    }

    /**
     * Writes to another member, if the rules allow it.
     *
     * @throws RuleViolation if the rules do not allow it, or not to this member, or one of both is recused on the item before the
     *     meeting (R7)
     * @throws Refusal as {@link #writeToDesk} does
     */
    public void writeToMember(MessageId id, MeetingId meetingId, PersonId to, String words) {
        var meeting = post.running(meetingId);
        var me = post.member(meeting, access.requirePerson());
        var other = post.member(meeting, to);
        if (rows.find(meetingId, id).isPresent()) {
            return;
        }
        var rule = post.rule(meeting);
        if (!rule.allows(me.group(), other.group()) || me.person().equals(to)) {
            throw new RuleViolation(
                    rule.amongMembers() == MessagesAmong.GROUP && !me.person().equals(to)
                            ? "message.own-group-only"
                            : "message.not-among-members",
                    rule.source());
        }
        var recused = recused(meeting);
        if (recused.contains(me.person()) || recused.contains(to)) {
            throw new RuleViolation(
                    "message.recused",
                    councils.rules(meeting.organization(), meeting.day())
                            .recusal()
                            .source());
        }
        requireFew(meetingId, me.person(), to);
        post.send(id, meeting, me.person(), to, MessageSubject.WORDS, words);
    }

    /** Whoever received a message says that they have read it. Said again, it changes nothing. */
    public void read(MeetingId meeting, MessageId id) {
        post.held(meeting);
        var me = access.requirePerson();
        if (rows.find(meeting, id).filter(it -> me.equals(it.to())).isEmpty()) {
            throw new NoSuchElementException("message " + id);
        }
        post.read(meeting, id);
    }

    /** What whoever is signed in wrote and received, in order. */
    @Transactional(readOnly = true)
    public List<Message> of(MeetingId meeting) {
        meetings.meeting(meeting);
        return rows.ofMember(meeting, access.requirePerson());
    }

    /** Members to whom whoever is signed in may write, by name; empty where the rules know no such messages. */
    @Transactional(readOnly = true)
    public List<MemberSummary> mayWriteTo(MeetingId meetingId) {
        var meeting = meetings.meeting(meetingId);
        var person = access.requirePerson();
        var rule = post.rule(meeting);
        if (rule.amongMembers() == MessagesAmong.NOBODY) {
            return List.of();
        }
        return councils.member(meeting.organization(), person, meeting.day()).stream()
                .flatMap(me -> councils.members(meeting.organization(), meeting.day()).stream()
                        .filter(it -> !it.person().equals(person) && rule.allows(me.group(), it.group())))
                .toList();
    }

    private Set<PersonId> recused(MeetingSummary meeting) {
        var item = meeting.currentItem();
        return access.asSystem(
                "message",
                () -> attendance.recusals(meeting.id()).stream()
                        .filter(it -> it.item().equals(item))
                        .map(Recusal::person)
                        .collect(Collectors.toSet()));
    }

    private void requireFew(MeetingId meeting, PersonId from, @Nullable PersonId to) {
        if (rows.countUnread(meeting, from, to) >= MOST_UNREAD) {
            throw new Refusal("message.too-many", MOST_UNREAD);
        }
    }
}
