/**
 * The way of a paper before its release: drafted, co-signed by the offices concerned, approved, released. Which steps there
 * are, who acts in them and by when is data that an administrator changes.
 */
@ApplicationModule(
        displayName = "Workflow",
        allowedDependencies = {
            "identity",
            "organization",
            "document",
            "calendar",
            "paper",
            "paper::ui",
            "base",
            "base::ui"
        })
@NullMarked
package de.ratssaal.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
