/**
 * What is public, and the public portal that shows it.
 *
 * <p>This module keeps its own copy of what was published. The portal reads that copy alone, so a thing that is not public
 * has no road to it.
 */
@ApplicationModule(
        displayName = "Publication",
        allowedDependencies = {
            "identity",
            "organization",
            "meeting",
            "document",
            "paper",
            "amendment",
            "packet",
            "distribution",
            "voting",
            "circular",
            "minutes",
            "rules",
            "search",
            "base"
        })
@NullMarked
package de.ratssaal.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
