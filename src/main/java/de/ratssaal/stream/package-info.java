/**
 * What the public sees and hears of a running meeting, and what is kept of it: a stream that ends before anything is not public, and a
 * recording by agenda items where the rules of procedure have it.
 */
@ApplicationModule(
        displayName = "Stream",
        allowedDependencies = {
            "identity",
            "organization",
            "meeting",
            "attendance",
            "floor",
            "rules",
            "conference",
            "chamber",
            "chamber::ui",
            "publication",
            "publication::portal",
            "base",
            "base::ui"
        })
@NullMarked
package de.ratssaal.stream;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
