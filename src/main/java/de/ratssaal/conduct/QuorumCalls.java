package de.ratssaal.conduct;

import java.util.List;
import java.util.Optional;

/** Roll calls of a meeting, in order. */
public record QuorumCalls(List<QuorumCall> all) {

    public QuorumCalls {
        all = List.copyOf(all);
    }

    public Optional<QuorumCall> open() {
        return all.stream().filter(QuorumCall::isOpen).findFirst();
    }

    public Optional<QuorumCall> last() {
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }
}
