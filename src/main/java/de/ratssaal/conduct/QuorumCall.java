package de.ratssaal.conduct;

import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A roll call by which the quorum is established because somebody doubts it.
 *
 * @param item before the meeting when it was doubted; none if there was none
 * @param doubtedBy the member; none if the desk doubts it itself
 * @param here who answered
 * @param missing who did not
 * @param endedAt none while members are called
 * @param present members present and entitled to vote, as counted at its end
 * @param needed how many it takes
 * @param ofVotes whether both are votes, where the rules count those for the quorum
 */
public record QuorumCall(
        UUID id,
        @Nullable AgendaItemId item,
        @Nullable PersonId doubtedBy,
        Instant begunAt,
        Set<PersonId> here,
        Set<PersonId> missing,
        @Nullable Instant endedAt,
        int present,
        int needed,
        boolean ofVotes) {

    public QuorumCall {
        here = Set.copyOf(here);
        missing = Set.copyOf(missing);
    }

    public boolean isOpen() {
        return endedAt == null;
    }

    public boolean hasAnswered(PersonId person) {
        return here.contains(person) || missing.contains(person);
    }
}
