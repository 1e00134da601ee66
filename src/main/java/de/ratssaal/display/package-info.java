/**
 * What hall and public see of a running meeting: screens for a projector, directed from the desk, and the live page of the
 * portal.
 */
@ApplicationModule(
        displayName = "Display",
        allowedDependencies = {
            "identity",
            "meeting",
            "attendance",
            "voting",
            "urn",
            "election",
            "floor",
            "floor::ui",
            "chamber",
            "chamber::ui",
            "publication",
            "publication::portal",
            "rules",
            "stream",
            "base",
            "base::ui"
        })
@NullMarked
package de.ratssaal.display;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
