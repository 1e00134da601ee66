package de.ratssaal.conduct;

import java.util.List;
import java.util.Optional;

/** What a meeting did with its agenda, in order. */
public record AgendaActs(List<AgendaAct> all) {

    public AgendaActs {
        all = List.copyOf(all);
    }

    /** The one that can be taken back. */
    public Optional<AgendaAct> last() {
        return all.reversed().stream()
                .filter(AgendaAct::holds)
                .findFirst()
                .filter(it -> it.kind().canBeUndone());
    }

    public boolean isAdopted() {
        return all.stream().anyMatch(it -> it.kind() == ActKind.ADOPT && it.holds());
    }
}
