/**
 * Short messages in a running meeting: between a member and those who conduct it, between chair and secretariat, and between members
 * where the rules allow it.
 *
 * <p>The log knows that there was one and when, never what it said. After the time that the rules name it is erased.
 */
@ApplicationModule(
        displayName = "Messages",
        allowedDependencies = {
            "identity",
            "organization",
            "meeting",
            "attendance",
            "rules",
            "chamber",
            "chamber::ui",
            "base",
            "base::ui"
        })
@NullMarked
package de.ratssaal.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
