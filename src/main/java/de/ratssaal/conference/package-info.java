/**
 * The video conference of a meeting: its rooms, who may enter, who is heard, and who is connected. Sound and picture themselves
 * are a {@link de.ratssaal.conference.ConferenceProvider}'s business.
 */
@ApplicationModule(
        displayName = "Conference",
        allowedDependencies = {
            "identity",
            "organization",
            "meeting",
            "attendance",
            "rules",
            "floor",
            "disturbance",
            "chamber",
            "chamber::ui",
            "base",
            "base::ui"
        })
@NullMarked
package de.ratssaal.conference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
