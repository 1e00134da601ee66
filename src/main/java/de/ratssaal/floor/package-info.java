/**
 * Who speaks: the list of those who ask for the floor on an item, the order that the rules and the chair give it, and speaking
 * time.
 */
@ApplicationModule(
        displayName = "Floor",
        allowedDependencies = {
            "identity",
            "organization",
            "meeting",
            "attendance",
            "rules",
            "minutes",
            "voting",
            "minutes",
            "chamber",
            "chamber::ui",
            "base",
            "base::ui"
        })
@NullMarked
package de.ratssaal.floor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
