/** The command that checks the published record of a secret ballot: the JDK and {@code ballot}, nothing else. */
@ApplicationModule(
        displayName = "Verifier",
        allowedDependencies = {"ballot"})
@NullMarked
package de.ratssaal.verifier;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
