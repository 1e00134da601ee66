/**
 * What a running meeting decides on its own agenda: adopting it, moving and joining items, deferring, referring and withdrawing
 * them; and taking the last of these back.
 */
@ApplicationModule(
        displayName = "Conduct",
        allowedDependencies = {
            "identity",
            "organization",
            "organization::ui",
            "meeting",
            "meeting::ui",
            "attendance",
            "paper",
            "voting",
            "election",
            "minutes",
            "chamber",
            "chamber::ui",
            "rules",
            "base",
            "base::ui"
        })
@NullMarked
package de.ratssaal.conduct;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
