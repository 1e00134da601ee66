/**
 * Disturbances of a meeting: a member reports that they cannot follow or take part, the meeting stops, and what was counted
 * meanwhile is taken again or stays with a reason (R16).
 */
@ApplicationModule(
        displayName = "Disturbance",
        allowedDependencies = {
            "identity",
            "organization",
            "meeting",
            "attendance",
            "voting",
            "election",
            "minutes",
            "reader",
            "chamber",
            "chamber::ui",
            "rules",
            "base",
            "base::ui"
        })
@NullMarked
package de.ratssaal.disturbance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
