package de.ratssaal.conduct;

import de.ratssaal.meeting.AgendaItemId;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a meeting decided on recusals, in order. */
public record RecusalDecisions(List<RecusalDecision> all) {

    public RecusalDecisions {
        all = List.copyOf(all);
    }

    public List<RecusalDecision> on(@Nullable AgendaItemId item) {
        return all.stream().filter(it -> it.item().equals(item)).toList();
    }

    RecusalDecisions without(Predicate<AgendaItemId> mayKnow) {
        return new RecusalDecisions(
                all.stream().filter(it -> mayKnow.test(it.item())).toList());
    }
}
