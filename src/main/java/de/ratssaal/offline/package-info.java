/**
 * Meetings taken along: on which devices members keep meetings for reading without network, and orders to remove them there.
 *
 * <p>What is kept there is sealed by the device itself; the server knows no key of it.
 */
@ApplicationModule(
        displayName = "Offline",
        allowedDependencies = {"identity", "meeting", "base", "base::ui"})
@NullMarked
package de.ratssaal.offline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
