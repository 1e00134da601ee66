/** The rules of procedure as plain values, each with its paragraph, and presets for each Land. */
@ApplicationModule(
        displayName = "Rules",
        allowedDependencies = {"base"})
@NullMarked
package de.ratssaal.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
