package de.ratssaal.attendance;

import java.util.List;

/**
 * What can be voted with at this moment. Where each member has one vote and casts it themself these are as many as members are present
 * and entitled; otherwise the votes are more than the hands.
 *
 * @param inHand votes that can be cast
 * @param members votes of all members, the legal strength; a seat that nobody holds counts one
 */
public record VotingStrength(List<VoteInHand> inHand, int members) {

    public VotingStrength {
        inHand = List.copyOf(inHand);
    }

    /** Votes that can be cast. */
    public int votes() {
        return inHand.stream().mapToInt(VoteInHand::weight).sum();
    }

    /** Votes of those who are not in the room, where no ballot is handed out. */
    public int votesElsewhere() {
        return inHand.stream()
                .filter(it -> it.place() != Place.ROOM)
                .mapToInt(VoteInHand::weight)
                .sum();
    }

    /** Whether raised hands can be counted: each of them is one vote, of who raises it. */
    public boolean isByHands() {
        return inHand.stream().allMatch(VoteInHand::isOneHand);
    }
}
