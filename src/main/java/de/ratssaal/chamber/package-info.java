/** The live meeting on one screen: for the chair, for members, for the gallery. */
@ApplicationModule(
        displayName = "Chamber",
        allowedDependencies = {
            "identity",
            "meeting",
            "meeting::ui",
            "distribution",
            "organization",
            "document",
            "document::ui",
            "paper",
            "paper::ui",
            "amendment",
            "amendment::ui",
            "attendance",
            "voting",
            "minutes",
            "reader",
            "publication",
            "rules",
            "base",
            "base::ui"
        })
@NullMarked
package de.ratssaal.chamber;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
