/** Who is present when, who is recused, and whether the organization may decide. */
@ApplicationModule(
        displayName = "Attendance",
        allowedDependencies = {"identity", "meeting", "organization", "rules", "base", "base::ui"})
@NullMarked
package de.ratssaal.attendance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
