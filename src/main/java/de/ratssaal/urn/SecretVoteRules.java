package de.ratssaal.urn;

import de.ratssaal.identity.Access;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import de.ratssaal.rules.SecretVoteRule;
import org.springframework.stereotype.Component;

/** By which rules a meeting votes in secret. Everybody may know them, also a teller who may not see the meeting. */
@Component
class SecretVoteRules {

    private static final String JOB = "urn";

    private final Meetings meetings;
    private final Councils councils;
    private final Access access;

    SecretVoteRules(Meetings meetings, Councils councils, Access access) {
        this.meetings = meetings;
        this.councils = councils;
        this.access = access;
    }

    SecretVoteRule of(MeetingId id) {
        return access.asSystem(JOB, () -> {
            var meeting = meetings.meeting(id);
            return councils.rules(meeting.organization(), meeting.day()).secretVote();
        });
    }
}
