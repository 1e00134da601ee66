/**
 * Resolutions in writing between meetings (R13): from the question to the counted result.
 *
 * <p>An answer is stored only of who was entitled when it began, once, and only until its end: the database itself refuses
 * anything else.
 */
@ApplicationModule(
        displayName = "Circular resolutions",
        allowedDependencies = {
            "identity",
            "organization",
            "organization::ui",
            "meeting",
            "meeting::ui",
            "paper",
            "paper::ui",
            "voting",
            "rules",
            "base",
            "base::ui"
        })
@NullMarked
package de.ratssaal.circular;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
