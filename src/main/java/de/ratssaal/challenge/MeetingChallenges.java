package de.ratssaal.challenge;

import de.ratssaal.identity.PersonId;
import de.ratssaal.voting.PollSummary;
import java.util.List;
import java.util.Optional;

/** Challenges on the item before the meeting. */
public record MeetingChallenges(List<Raised> raised) {

    static final MeetingChallenges NONE = new MeetingChallenges(List.of());

    public MeetingChallenges {
        raised = List.copyOf(raised);
    }

    /** A challenge with the name of who raised it. */
    public record Raised(Challenge challenge, String by) {}

    public Optional<Raised> pending() {
        return raised.stream().filter(it -> it.challenge().isPending()).findFirst();
    }

    /** Whether a member has not challenged a vote yet. */
    public boolean isOpenTo(PersonId member, PollSummary poll) {
        return raised.stream()
                .map(Raised::challenge)
                .noneMatch(it -> it.poll().equals(poll.id())
                        && it.by().equals(member)
                        && it.state() != ChallengeState.WITHDRAWN);
    }
}
