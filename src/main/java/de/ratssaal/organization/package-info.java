/** Bodies, organizations, persons, memberships with their history, substitutes, terms of office. */
@ApplicationModule(
        displayName = "Organization",
        allowedDependencies = {"identity", "rules", "base", "base::ui"})
@NullMarked
package de.ratssaal.organization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
