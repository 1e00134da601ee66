package de.ratssaal.urn;

import de.ratssaal.meeting.AgendaItemId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Secret votes by device in the shared picture of a meeting.
 *
 * @param whyNot key of the sentence that says why none can be taken by device; none if it can
 */
public record UrnsOfMeeting(List<UrnSummary> urns, @Nullable String whyNot) {

    public UrnsOfMeeting {
        urns = List.copyOf(urns);
    }

    /** The one that runs: there is one at a time. */
    public Optional<UrnSummary> running() {
        return urns.stream().filter(it -> it.state().isRunning()).findFirst();
    }

    /** The last one on an item whose result holds. */
    public Optional<UrnSummary> settledOn(@Nullable AgendaItemId item) {
        return urns.reversed().stream()
                .filter(it -> it.item().equals(item)
                        && it.state() == UrnState.SETTLED
                        && it.matter().holds())
                .findFirst();
    }

    UrnsOfMeeting with(Predicate<UrnSummary> which) {
        return new UrnsOfMeeting(urns.stream().filter(which).toList(), whyNot);
    }
}
