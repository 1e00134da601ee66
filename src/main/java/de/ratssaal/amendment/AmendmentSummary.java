package de.ratssaal.amendment;

import de.ratssaal.paper.PaperId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An amendment as it is listed.
 *
 * @param number counted from 1 within the paper; 0 for a draft
 * @param toCheck whether the paper was changed where the amendment wants to change it
 * @param version of the paper that it changes
 */
public record AmendmentSummary(
        AmendmentId id,
        PaperId paper,
        int number,
        String title,
        Mover mover,
        String reasons,
        AmendmentState state,
        boolean toCheck,
        int version,
        List<Operation> operations,
        Instant writtenAt,
        @Nullable Instant submittedAt) {

    public AmendmentSummary {
        operations = List.copyOf(operations);
    }

    /** As it is for those who may not see where it was decided on. */
    AmendmentSummary undecided() {
        return new AmendmentSummary(
                id,
                paper,
                number,
                title,
                mover,
                reasons,
                AmendmentState.SUBMITTED,
                toCheck,
                version,
                operations,
                writtenAt,
                submittedAt);
    }
}
