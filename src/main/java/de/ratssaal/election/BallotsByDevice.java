package de.ratssaal.election;

import de.ratssaal.meeting.MeetingId;
import java.util.Optional;

/** Has members' devices register for a round, and then takes their ballots. Offered by the module that keeps them. */
public interface BallotsByDevice {

    /** Key of the sentence that says why no round of the meeting can be held by device; none if one can. */
    Optional<String> whyNot(MeetingId meeting);

    /** The round for which devices register at this moment. */
    Optional<RoundId> registering(MeetingId meeting);

    /** Begins with the registration of devices. While it runs already, it changes nothing. */
    void register(RoundId round);
}
