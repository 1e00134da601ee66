/**
 * Reading a meeting's documents in the browser: what there is to read, what people mark on it, what they have read.
 *
 * <p>Marks belong to the person who made them. Nobody else sees them, but for those their group is shown.
 */
@ApplicationModule(
        displayName = "Reader",
        allowedDependencies = {"identity", "organization", "meeting", "meeting::ui", "packet", "base", "base::ui"})
@NullMarked
package de.ratssaal.reader;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
