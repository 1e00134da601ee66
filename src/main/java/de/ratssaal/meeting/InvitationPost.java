package de.ratssaal.meeting;

import de.ratssaal.identity.PersonId;
import java.util.List;
import java.util.Optional;

/** How invitations leave the house. Implemented, as a bean, by the module that sends them. */
public interface InvitationPost {

    /** Key of a sentence for the secretariat that says where invitations go, if that is not into the mailboxes. */
    Optional<String> remark();

    /** Sends once more what could not be delivered to a person. For those who convene the meeting. */
    void sendAgain(MeetingId meeting, PersonId person);

    /** Whom the notice that the meeting was called off did not reach by mail. For those who convene the meeting. */
    List<PersonId> unawareOfCancellation(MeetingId meeting);
}
