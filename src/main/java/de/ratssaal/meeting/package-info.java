/** Meetings from planning to closing: convening, invitation, agenda, conduct. */
@ApplicationModule(
        displayName = "Meeting",
        allowedDependencies = {"identity", "organization", "rules", "base", "base::ui"})
@NullMarked
package de.ratssaal.meeting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
