/** Who somebody is and what they may do: accounts, sign-in, roles and sessions. */
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {"base", "base::ui", "base::mail"})
@NullMarked
package de.ratssaal.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
