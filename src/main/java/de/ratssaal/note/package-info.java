/**
 * Personal notes on the items of a meeting, on the screen of whoever writes them. They are kept by {@code reader}, as notes on pages
 * are, and nobody else sees them.
 */
@ApplicationModule(
        displayName = "Personal notes",
        allowedDependencies = {"identity", "meeting", "reader", "chamber", "chamber::ui", "base", "base::ui"})
@NullMarked
package de.ratssaal.note;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
