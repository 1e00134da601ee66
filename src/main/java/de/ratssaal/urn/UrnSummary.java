package de.ratssaal.urn;

import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.rules.SecretVoteRule;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How far a secret vote by device is, for everybody who may see its item.
 *
 * @param matter what is decided
 * @param ready whose devices have registered; none once it is opened
 * @param voters who takes part; none before the opening
 * @param cast how many ballots were cast so far
 * @param threshold how many tellers are needed to decrypt
 * @param rule by which it is taken
 * @param tellersFile hash of the public part of the tellers' key
 * @param openingHead hash of the opening, as the display, the minutes and the record have it; none before, as for the others
 * @param counts how often each place of the ballot was marked; empty before there is a result
 */
public record UrnSummary(
        SecretPollId poll,
        MeetingId meeting,
        AgendaItemId item,
        Matter matter,
        String uuid,
        UrnState state,
        Set<PersonId> ready,
        Set<PersonId> voters,
        int cast,
        int threshold,
        SecretVoteRule rule,
        List<Teller> tellers,
        String tellersFile,
        @Nullable String openingHead,
        @Nullable String closingHead,
        @Nullable String resultHead,
        List<Integer> counts,
        @Nullable String cancelledFor) {

    private static final int COMPARED_DIGITS = 32;

    /**
     * A teller and what they have done.
     *
     * @param confirmed whether their browser found the record sound; none before it has verified it
     */
    public record Teller(
            int number,
            String name,
            boolean decrypted,
            @Nullable Boolean confirmed) {}

    public UrnSummary {
        ready = Set.copyOf(ready);
        voters = Set.copyOf(voters);
        tellers = List.copyOf(tellers);
        counts = List.copyOf(counts);
    }

    /** Whether everybody may check it. */
    public boolean isPublic() {
        return matter.isPublic();
    }

    public boolean isElection() {
        return matter.kind() == MatterKind.ROUND;
    }

    /** What a hash is that everybody compares. */
    public enum HashOf {
        OPENING,
        CLOSING,
        RESULT,
        TELLERS
    }

    /** The hashes that there are so far, for display, minutes and desk; those of the tellers' file only with the opening. */
    public SortedMap<HashOf, String> hashes() {
        var all = new TreeMap<HashOf, String>();
        if (openingHead != null) {
            all.put(HashOf.OPENING, openingHead);
            all.put(HashOf.TELLERS, tellersFile);
        }
        if (closingHead != null) {
            all.put(HashOf.CLOSING, closingHead);
        }
        if (resultHead != null) {
            all.put(HashOf.RESULT, resultHead);
        }
        return all;
    }

    /** The last head that was recorded; none before the opening. */
    public Optional<String> latestHead() {
        return Stream.of(resultHead, closingHead, openingHead)
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** As much of a hash as is compared by eye: nobody makes another one that begins with these digits. */
    public static String compared(String hash) {
        return hash.substring(0, COMPARED_DIGITS).replaceAll("(.{4})(?!$)", "$1 ");
    }

    /** Whether the result says of everybody who voted how they did. */
    public boolean tellsEveryVote() {
        return !counts.isEmpty() && counts.stream().allMatch(it -> it == 0 || it == cast);
    }

    /** How many of the tellers have to verify the result before it counts. */
    public int confirmationsNeeded() {
        return rule.confirmationsOf(threshold, tellers.size());
    }

    public long countDecrypted() {
        return tellers.stream().filter(Teller::decrypted).count();
    }

    public long countConfirmed() {
        return tellers.stream()
                .filter(it -> Boolean.TRUE.equals(it.confirmed()))
                .count();
    }
}
