package de.ratssaal.publication;

import de.ratssaal.identity.Access;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Memberships begin and end by the calendar, without an event; and a new version may show what the old copy lacks. */
@Component
class KeepUpToDate {

    private final Publishing publishing;
    private final PublicRegister register;
    private final Access access;

    KeepUpToDate(Publishing publishing, PublicRegister register, Access access) {
        this.publishing = publishing;
        this.register = register;
        this.access = access;
    }

    @EventListener(ApplicationReadyEvent.class)
    void rebuildIfOutdated() {
        if (register.isOutdated()) {
            access.asSystem(Publishing.JOB, publishing::rebuild);
        }
    }

    @Scheduled(cron = "0 1 * * * *")
    void everyHour() {
        access.asSystem(Publishing.JOB, publishing::publishCouncils);
    }
}
