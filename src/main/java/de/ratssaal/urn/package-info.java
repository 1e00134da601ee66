/**
 * Secret votes by device: devices register, encrypted ballots are kept and mixed, tellers decrypt the sum, and the record that anybody
 * can check is published.
 *
 * <p>How a ballot is made and checked is the business of {@code ballot}. Nothing here knows, or could find out, who cast which
 * ballot; nobody here holds a part of the key.
 */
@ApplicationModule(
        displayName = "Urn",
        allowedDependencies = {
            "identity",
            "organization",
            "meeting",
            "attendance",
            "voting",
            "election",
            "ballot",
            "teller",
            "rules",
            "minutes",
            "paper",
            "publication",
            "publication::portal",
            "chamber",
            "chamber::ui",
            "base",
            "base::ui"
        })
@NullMarked
package de.ratssaal.urn;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
