/**
 * What people are told outside the application: invitations, supplements and cancellations by mail, with a calendar file;
 * and what waits for offices.
 */
@ApplicationModule(
        displayName = "Notification",
        allowedDependencies = {
            "identity",
            "organization",
            "meeting",
            "distribution",
            "packet",
            "paper",
            "workflow",
            "base",
            "base::ui",
            "base::mail"
        })
@NullMarked
package de.ratssaal.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
