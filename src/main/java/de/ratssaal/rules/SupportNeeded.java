package de.ratssaal.rules;

import de.ratssaal.base.LegalSource;

/**
 * How many members have to stand behind one kind of motion. Whoever moves it is one of them.
 *
 * @param backing a number, a share, or nobody beside who moves it
 * @param ofAllMembers whether a share is one of all members; otherwise of those present and entitled to vote
 * @param groupSuffices whether a political group is enough, however small it is
 * @param source paragraph
 */
public record SupportNeeded(Backing backing, boolean ofAllMembers, boolean groupSuffices, LegalSource source) {

    public boolean needsSome() {
        return backing.needsSome();
    }

    /**
     * @param present how many are present and entitled to vote
     * @param members legal strength
     */
    public int of(int present, int members) {
        return backing.needed(ofAllMembers ? members : present);
    }
}
