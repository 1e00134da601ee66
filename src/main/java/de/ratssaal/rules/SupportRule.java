package de.ratssaal.rules;

import de.ratssaal.base.LegalSource;

/**
 * How many members have to support what is moved in a meeting before it is put to the vote. Whoever moves it is one of them. A
 * roll call and a secret vote have a {@linkplain BallotModeRule rule of their own}.
 *
 * @param procedure a motion on the procedure
 * @param amendment an amendment to a paper
 * @param urgency that an item is urgent of which the invited were not told in time (R3)
 * @param paper a motion that members bring in as a paper
 * @param ofAllMembers whether a share is one of all members; otherwise of those present and entitled to vote
 * @param groupSuffices whether a political group is enough, however small it is
 * @param source paragraph
 */
public record SupportRule(
        Backing procedure,
        Backing amendment,
        Backing urgency,
        Backing paper,
        boolean ofAllMembers,
        boolean groupSuffices,
        LegalSource source) {

    /**
     * @param backing one of this rule's
     * @param present how many are present and entitled to vote
     * @param members legal strength
     */
    public int needed(Backing backing, int present, int members) {
        return backing.needed(ofAllMembers ? members : present);
    }
}
