package de.ratssaal.message;

import de.ratssaal.identity.Access;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Erases messages once the time is over for which the rules keep them. */
@Component
class EraseMessages {

    private final MessageRows rows;
    private final ApplicationEventPublisher events;
    private final Access access;
    private final Clock clock;
    private final TransactionTemplate transaction;

    EraseMessages(
            MessageRows rows,
            ApplicationEventPublisher events,
            Access access,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.events = events;
        this.access = access;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
    void erase() {
        access.asSystem("erase-messages", () -> transaction.executeWithoutResult(status -> eraseNow()));
    }

    private void eraseNow() {
        var now = clock.instant();
        rows.erase(now).forEach((meeting, count) -> events.publishEvent(new MessagesErased(meeting, count, now)));
    }
}
