/** The command that checks the published record of a secret ballot, with nothing but the JDK. */
@ApplicationModule(
        displayName = "Verifier",
        allowedDependencies = {"ballot"})
@NullMarked
package de.ratssaal.verifier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
