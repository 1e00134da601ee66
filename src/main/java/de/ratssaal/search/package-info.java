/**
 * Searching all that is deliberated: papers, documents by page, agendas, meetings, resolutions, minutes.
 *
 * <p>One table holds what can be found, each row with who may read it; rights are part of the query (ADR 0161). How German
 * is read ({@link de.ratssaal.search.German}) is the same for members and for the public.
 */
@ApplicationModule(
        displayName = "Search",
        allowedDependencies = {
            "identity",
            "organization",
            "meeting",
            "document",
            "paper",
            "voting",
            "circular",
            "minutes",
            "base",
            "base::ui"
        })
@NullMarked
package de.ratssaal.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
