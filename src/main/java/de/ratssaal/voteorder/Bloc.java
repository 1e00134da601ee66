package de.ratssaal.voteorder;

import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.voting.PollId;
import de.ratssaal.voting.PollQuestion;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Items that are put to the vote together.
 *
 * @param lead the item that is before the meeting
 * @param items in the order of the agenda, the lead among them
 * @param poll on all of them; none before it is opened
 */
public record Bloc(
        BlocId id,
        AgendaItemId lead,
        List<Part> items,
        @Nullable PollId poll) {

    public Bloc {
        items = List.copyOf(items);
    }

    /**
     * One of the items.
     *
     * @param question what is put to the vote on it
     * @param isTakenOut whether it is voted on by itself after all
     * @param objectedBy the member because of whom it is; none if the chair took it out
     */
    public record Part(
            AgendaItemId item,
            PollQuestion question,
            boolean isTakenOut,
            @Nullable PersonId objectedBy) {}

    /** Those that are still voted on together. */
    public List<Part> together() {
        return items.stream().filter(it -> !it.isTakenOut()).toList();
    }

    public boolean has(AgendaItemId item) {
        return together().stream().anyMatch(it -> it.item().equals(item));
    }

    /** Without items that whoever looks may not know. */
    Bloc of(Predicate<AgendaItemId> mayKnow) {
        return new Bloc(
                id, lead, items.stream().filter(it -> mayKnow.test(it.item())).toList(), poll);
    }
}
