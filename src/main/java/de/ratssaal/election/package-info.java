/**
 * Elections, from the candidates to who accepts: rounds, run-offs, seats in proportion, and lots that anybody can draw again.
 *
 * <p>Ballots are secret. They are of paper and counted by hand, or taken with the members' devices by the module that implements {@link
 * de.ratssaal.election.BallotsByDevice}; only the sums are known here.
 */
@ApplicationModule(
        displayName = "Election",
        allowedDependencies = {
            "identity",
            "organization",
            "meeting",
            "attendance",
            "voting",
            "minutes",
            "publication",
            "chamber",
            "chamber::ui",
            "document::pdf",
            "rules",
            "base",
            "base::ui"
        })
@NullMarked
package de.ratssaal.election;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
