/**
 * What people are told outside the application: invitations, supplements and cancellations by mail, with a calendar file;
 * what waits for offices; circular resolutions that wait for an answer; and what tellers of secret votes are needed for.
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
            "circular",
            "teller",
            "base",
            "base::ui",
            "base::mail"
        })
@NullMarked
package de.ratssaal.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
