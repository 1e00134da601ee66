/**
 * Challenges of votes that were counted: a member says what went wrong, the chair or the meeting decides, and a vote whose challenge is
 * granted is taken again. What was counted first stays on record beside what was counted then.
 */
@ApplicationModule(
        displayName = "Challenge",
        allowedDependencies = {
            "identity",
            "organization",
            "meeting",
            "attendance",
            "voting",
            "voteorder",
            "minutes",
            "chamber",
            "chamber::ui",
            "rules",
            "base",
            "base::ui"
        })
@NullMarked
package de.ratssaal.challenge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
