/**
 * The meetings of a year: public and school holidays, series of meetings, what stands in the way of a date, and the feeds
 * that calendar programs read.
 */
@ApplicationModule(
        displayName = "Calendar",
        allowedDependencies = {"identity", "organization", "meeting", "rules", "base", "base::ui"})
@NullMarked
package de.ratssaal.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
