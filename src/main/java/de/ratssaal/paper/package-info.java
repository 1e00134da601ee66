/**
 * Papers: what is deliberated, in which wording, by whom and in which order; and the reading of resolution texts.
 *
 * <p>What is put to the vote is a {@link de.ratssaal.paper.ResolutionProposal} in points. Voting and its result are the
 * business of {@code voting}.
 */
@ApplicationModule(
        displayName = "Paper",
        allowedDependencies = {
            "identity",
            "organization",
            "meeting",
            "document",
            "document::ui",
            "rules",
            "base",
            "base::ui"
        })
@NullMarked
package de.ratssaal.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
