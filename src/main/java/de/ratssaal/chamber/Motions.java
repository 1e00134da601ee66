package de.ratssaal.chamber;

import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.voting.MotionKind;
import de.ratssaal.voting.ProceduralMotion;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Motions on the procedure of a meeting, in the order in which they are to be decided. */
public record Motions(List<Moved> moved) {

    static final Motions NONE = new Motions(List.of());

    public Motions {
        moved = List.copyOf(moved);
    }

    /** A motion with the name of who moved it. */
    public record Moved(ProceduralMotion motion, String mover) {

        public boolean isPending() {
            return motion.isPending();
        }
    }

    public List<Moved> on(@Nullable AgendaItemId item) {
        return moved.stream().filter(it -> it.motion().item().equals(item)).toList();
    }

    /** What has to be decided before anything else on an item. */
    public Optional<Moved> next(@Nullable AgendaItemId item) {
        return on(item).stream().filter(Moved::isPending).findFirst();
    }

    /** Whether something is obtained that changes how the item is voted on. */
    public boolean isObtained(@Nullable AgendaItemId item, MotionKind kind) {
        return on(item).stream().map(Moved::motion).anyMatch(it -> it.kind() == kind && it.isAdopted());
    }
}
