/**
 * What people are told outside the application: invitations and cancellations by mail, with a calendar file; and what waits
 * for offices.
 */
@ApplicationModule(
        displayName = "Notification",
        allowedDependencies = {
            "identity",
            "organization",
            "meeting",
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
