/**
 * The minutes of a meeting: drafted from what happened, completed by the secretariat, released, and then fixed (R18).
 *
 * <p>There are two versions: the whole, and one for the public that is made from public facts alone.
 */
@ApplicationModule(
        displayName = "Minutes",
        allowedDependencies = {
            "identity",
            "organization",
            "meeting",
            "document",
            "document::pdf",
            "paper",
            "attendance",
            "voting",
            "rules",
            "base",
            "base::ui"
        })
@NullMarked
package de.ratssaal.minutes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
