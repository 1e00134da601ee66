package de.ratssaal.urn;

import de.ratssaal.meeting.MeetingId;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All that is decided by secret votes by device, of whatever kind. */
@Component
class Matters {

    private final Map<MatterKind, Deciding> kinds;

    Matters(List<Deciding> kinds) {
        this.kinds = kinds.stream().collect(Collectors.toMap(Deciding::kind, Function.identity()));
    }

    Deciding of(MatterKind kind) {
        var deciding = kinds.get(kind);
        if (deciding == null) {
            throw new IllegalArgumentException("nobody decides matters of the kind " + kind);
        }
        return deciding;
    }

    /** @throws NoSuchElementException if whoever asks may not see it */
    Matter of(Urn urn) {
        return of(urn.kind()).matter(urn.poll());
    }

    /** Matters of a meeting, without what whoever asks may not see. */
    List<Matter> of(MeetingId meeting) {
        return kinds.values().stream().flatMap(it -> it.of(meeting).stream()).toList();
    }
}
