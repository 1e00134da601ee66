/**
 * How many members stand behind what is moved in a meeting, counted against the number that the rules ask for before it is put to
 * the vote.
 */
@ApplicationModule(
        displayName = "Support of motions",
        allowedDependencies = {
            "identity",
            "organization",
            "meeting",
            "paper",
            "paper::ui",
            "amendment",
            "attendance",
            "voting",
            "rules",
            "chamber",
            "chamber::ui",
            "base",
            "base::ui"
        })
@NullMarked
package de.ratssaal.support;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
