package de.ratssaal.election;

import de.ratssaal.identity.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who stands: a person, a list, or a group.
 *
 * @param person the person, if they are known here
 * @param proposedBy who named them; may be empty for a group
 * @param consented whether they agree to stand
 * @param members names on a list, in order
 * @param strength members of a group; 0 for others
 */
public record Candidate(
        CandidateId id,
        String name,
        @Nullable PersonId person,
        String proposedBy,
        boolean consented,
        List<String> members,
        int strength) {

    public Candidate {
        members = List.copyOf(members);
    }
}
