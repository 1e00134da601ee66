/**
 * Possible conflicts of interest: a member writes down persons, companies and places that are near to them, and is told when a paper of a
 * meeting names one.
 *
 * <p>Both are theirs alone. No list, log or audit entry knows of them; what follows is decided by the member, who declares to be recused
 * or not.
 */
@ApplicationModule(
        displayName = "Possible conflicts",
        allowedDependencies = {
            "identity",
            "organization",
            "meeting",
            "paper",
            "packet",
            "search",
            "attendance",
            "chamber",
            "chamber::ui",
            "base",
            "base::ui"
        })
@NullMarked
package de.ratssaal.conflict;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
