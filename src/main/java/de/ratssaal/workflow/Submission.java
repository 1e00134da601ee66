package de.ratssaal.workflow;

import de.ratssaal.identity.OrganizationId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says when they submit a paper.
 *
 * @param office that writes it; not needed when the process knows it already
 * @param financialEffects whether the paper costs or brings in money
 * @param concerned offices that are to co-sign, where the process leaves it to the author
 * @param comment for those who are asked; may be empty
 * @param fingerprint of the text that is submitted
 */
public record Submission(
        @Nullable OrganizationId office,
        boolean financialEffects,
        List<OrganizationId> concerned,
        String comment,
        String fingerprint) {

    public Submission {
        concerned = concerned.stream().distinct().toList();
        comment = comment.strip();
    }
}
