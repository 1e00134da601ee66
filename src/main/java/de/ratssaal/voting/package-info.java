/**
 * Polls, from the question to the counted result, and the resolutions that follow.
 *
 * <p>A vote is stored only for who is entitled, once, and only while the poll is open: the database itself refuses
 * anything else.
 */
@ApplicationModule(
        displayName = "Voting",
        allowedDependencies = {
            "identity",
            "meeting",
            "organization",
            "organization::ui",
            "paper",
            "attendance",
            "rules",
            "base",
            "base::ui"
        })
@NullMarked
package de.ratssaal.voting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
