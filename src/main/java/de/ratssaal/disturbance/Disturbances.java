package de.ratssaal.disturbance;

import de.ratssaal.identity.PersonId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The disturbances of a meeting, as they were reported.
 *
 * @param way how to report one without this device
 */
public record Disturbances(List<Disturbance> all, SecondWay way) {

    public Disturbances {
        all = List.copyOf(all);
    }

    public List<Disturbance> pending() {
        return all.stream().filter(Disturbance::isPending).toList();
    }

    /** What somebody reported that is not settled. */
    public Optional<Disturbance> pendingOf(@Nullable PersonId person) {
        return pending().stream().filter(it -> it.person().equals(person)).findFirst();
    }

    public int countUndecided() {
        return (int) all.stream()
                .flatMap(it -> it.undecided().stream())
                .map(AffectedStep::ref)
                .distinct()
                .count();
    }
}
