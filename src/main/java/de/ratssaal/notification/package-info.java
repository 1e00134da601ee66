/** What people are told outside the application: invitations and cancellations by mail, with a calendar file. */
@ApplicationModule(
        displayName = "Notification",
        allowedDependencies = {"identity", "organization", "meeting", "base", "base::ui", "base::mail"})
@NullMarked
package de.ratssaal.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
