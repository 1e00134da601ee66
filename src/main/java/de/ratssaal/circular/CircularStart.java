package de.ratssaal.circular;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.paper.PaperId;
import de.ratssaal.rules.Majority;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is begun.
 *
 * @param paper the released paper whose proposal is put to the members; none for a wording of its own
 * @param title what it is about in one line; not asked for with a paper
 * @param wording what is to be resolved; not asked for with a paper
 * @param reason why it cannot wait for a meeting
 * @param majority what the matter needs; none for what the rules usually ask for
 * @param endsAt from then on no answer counts
 */
public record CircularStart(
        OrganizationId organization,
        @Nullable PaperId paper,
        String title,
        String wording,
        String reason,
        boolean isPublic,
        @Nullable Majority majority,
        Instant endsAt) {

    public CircularStart {
        title = title.strip();
        wording = wording.strip();
        reason = reason.strip();
    }
}
