package de.ratssaal.notification;

import de.ratssaal.base.LanguageChosen;
import de.ratssaal.identity.Access;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** People get mails in the language in which they last chose to read the application. */
@Component
class KeepLanguage {

    private final MailQueue queue;
    private final Access access;

    KeepLanguage(MailQueue queue, Access access) {
        this.queue = queue;
        this.access = access;
    }

    @EventListener
    void on(LanguageChosen event) {
        access.signedIn().ifPresent(who -> {
            var person = who.person();
            if (person != null) {
                queue.keepLanguage(person, event.language().getLanguage());
            }
        });
    }
}
