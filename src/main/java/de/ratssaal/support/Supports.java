package de.ratssaal.support;

import de.ratssaal.meeting.AgendaItemId;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What needs supporters on the item before the meeting.
 *
 * @param item none while no item is before the meeting
 */
public record Supports(@Nullable AgendaItemId item, List<Supported> all) {

    static final Supports NONE = new Supports(null, List.of());

    public Supports {
        all = List.copyOf(all);
    }

    Optional<Supported> find(Subject subject) {
        return all.stream().filter(it -> it.subject().equals(subject)).findFirst();
    }

    /** For somebody who may know of some items only. */
    Supports without(Predicate<AgendaItemId> mayKnow) {
        return item == null || !mayKnow.test(item)
                ? NONE
                : new Supports(item, all.stream().filter(Supported::isPublic).toList());
    }
}
