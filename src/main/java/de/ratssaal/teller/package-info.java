/**
 * Who counts secret votes: the tellers that an organization names, and the key that they make together in their browsers. Nobody ever
 * holds it whole, and nothing of it but its public part is on the server.
 */
@ApplicationModule(
        displayName = "Tellers",
        allowedDependencies = {
            "identity",
            "organization",
            "organization::ui",
            "meeting",
            "chamber",
            "chamber::ui",
            "ballot",
            "base",
            "base::ui"
        })
@NullMarked
package de.ratssaal.teller;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
