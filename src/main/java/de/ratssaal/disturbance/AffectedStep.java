package de.ratssaal.disturbance;

import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.voting.MotionKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was voted on or counted while somebody was disturbed.
 *
 * @param ref the poll, the motion or the election
 * @param label its question, words or office
 * @param motion which motion on the procedure; none of anything else
 * @param decision none before it is decided
 * @param reason why; none before it is decided
 */
public record AffectedStep(
        UUID ref,
        StepKind kind,
        AgendaItemId item,
        String label,
        @Nullable MotionKind motion,
        @Nullable StepDecision decision,
        @Nullable String reason) {

    /** Not what would tell why the public is to be excluded (R11). Whether its item is public is another question. */
    public boolean isPublic() {
        return motion != MotionKind.EXCLUDE_PUBLIC;
    }
}
