/**
 * What those who are invited to a meeting are told after the invitation, and how it reaches them: supplements, what changed
 * since they last looked, substitutes in the place of those who cannot come, letters on paper; and the public announcement.
 */
@ApplicationModule(
        displayName = "Distribution",
        allowedDependencies = {
            "identity",
            "organization",
            "meeting",
            "meeting::ui",
            "document",
            "document::pdf",
            "paper",
            "attendance",
            "rules",
            "base",
            "base::ui"
        })
@NullMarked
package de.ratssaal.distribution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
