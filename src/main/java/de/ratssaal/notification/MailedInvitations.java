package de.ratssaal.notification;

import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.InvitationPost;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.Meetings;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What those who convene a meeting can see and do about its mails. */
@Service
@Transactional
class MailedInvitations implements InvitationPost {

    private final MailQueue queue;
    private final PostOffice post;
    private final Meetings meetings;
    private final Access access;
    private final Clock clock;

    MailedInvitations(MailQueue queue, PostOffice post, Meetings meetings, Access access, Clock clock) {
        this.queue = queue;
        this.post = post;
        this.meetings = meetings;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public Optional<String> remark() {
        return post.remark();
    }

    @Override
    public void sendAgain(MeetingId meeting, PersonId person) {
        requireWhoConvenes(meeting);
        for (var kind : LetterKind.values()) {
            queue.restart(meeting, person, kind, clock.instant());
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<PersonId> unawareOfCancellation(MeetingId meeting) {
        requireWhoConvenes(meeting);
        return queue.failed(meeting, LetterKind.CANCELLATION);
    }

    private void requireWhoConvenes(MeetingId meeting) {
        access.require(meetings.meeting(meeting).organization(), Role.SECRETARIAT, Role.CHAIR, Role.DEPUTY_CHAIR);
    }
}
