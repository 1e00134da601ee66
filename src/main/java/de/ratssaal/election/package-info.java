/**
 * Elections, from the candidates to who accepts: rounds, run-offs, seats in proportion, and lots that anybody can draw again.
 *
 * <p>Ballots are secret. They are of paper and counted by hand; only the sums that tellers enter are known here. Another way of
 * taking them puts its own sums into a {@link de.ratssaal.election.CountSheet}.
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
