/**
 * Amendments: what is moved to be changed in a paper's proposal, how far it goes, what became of it, and the text into which
 * adopted amendments are merged.
 *
 * <p>The text that is put to the vote is kept by {@code paper}; votes are the business of {@code voting}.
 */
@ApplicationModule(
        displayName = "Amendment",
        allowedDependencies = {"identity", "organization", "meeting", "paper", "paper::ui", "rules", "base", "base::ui"
        })
@NullMarked
package de.ratssaal.amendment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
