package de.ratssaal.paper;

import de.ratssaal.identity.OrganizationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A paper's way through the organizations as it is planned, and what is wrong with it: who decides has to come last, and
 * nobody can deliberate before those whose advice they wait for.
 *
 * @param stops in the order of the paper
 */
record Sequence(List<Stop> stops) {

    Sequence {
        stops = List.copyOf(stops);
    }

    /**
     * A station with its time.
     *
     * @param at start of the meeting where it stands or is meant to stand; none as long as that is open
     * @param isDone whether it is over
     */
    record Stop(
            ConsultationId id,
            OrganizationId organization,
            ConsultationRole role,
            @Nullable Instant at,
            boolean isDone) {}

    /** What is wrong, station by station. A station can have several faults. */
    List<SequenceFault> faults() {
        var faults = new ArrayList<SequenceFault>();
        var seen = new HashSet<OrganizationId>();
        var decided = false;
        Instant latest = null;
        for (var stop : stops) {
            if (decided) {
                faults.add(new SequenceFault(stop.id(), SequenceFault.Kind.AFTER_DECISION));
            }
            if (stop.at() != null && latest != null && !stop.at().isAfter(latest)) {
                faults.add(new SequenceFault(stop.id(), SequenceFault.Kind.NOT_AFTER_EARLIER));
            }
            if (stop.role() == ConsultationRole.HEARING && !seen.add(stop.organization())) {
                faults.add(new SequenceFault(stop.id(), SequenceFault.Kind.HEARD_AFTER_ADVICE));
            }
            seen.add(stop.organization());
            decided = decided || stop.role() == ConsultationRole.DECISION;
            if (stop.at() != null && (latest == null || stop.at().isAfter(latest))) {
                latest = stop.at();
            }
        }
        if (!stops.isEmpty() && !decided) {
            faults.add(new SequenceFault(stops.getLast().id(), SequenceFault.Kind.NO_DECISION));
        }
        return List.copyOf(faults);
    }

    /** Before which a station cannot be deliberated: the end of what comes before it, as far as that has a time. */
    Optional<Instant> earliest(ConsultationId station) {
        Instant latest = null;
        for (var stop : stops) {
            if (stop.id().equals(station)) {
                break;
            }
            if (stop.at() != null && (latest == null || stop.at().isAfter(latest))) {
                latest = stop.at();
            }
        }
        return Optional.ofNullable(latest);
    }

    /** Whether nothing before the station is open any more. */
    boolean isDue(ConsultationId station) {
        return stops.stream().takeWhile(it -> !it.id().equals(station)).allMatch(Stop::isDone);
    }
}
