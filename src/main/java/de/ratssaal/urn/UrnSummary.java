package de.ratssaal.urn;

import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.voting.PollId;
import de.ratssaal.voting.Tally;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How far a secret vote by device is, for everybody who may see its item.
 *
 * @param isPublic whether everybody may check it
 * @param ready whose devices have registered; none once it is opened
 * @param voters who takes part; none before the opening
 * @param cast how many ballots were cast so far
 * @param threshold how many tellers are needed
 * @param openingHead hash of the opening, as the display, the minutes and the record have it; none before, as for the others
 */
public record UrnSummary(
        PollId poll,
        MeetingId meeting,
        AgendaItemId item,
        boolean isPublic,
        String uuid,
        UrnState state,
        Set<PersonId> ready,
        Set<PersonId> voters,
        int cast,
        int threshold,
        List<Teller> tellers,
        @Nullable String openingHead,
        @Nullable String closingHead,
        @Nullable String resultHead,
        @Nullable Tally result,
        @Nullable String cancelledFor) {

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
