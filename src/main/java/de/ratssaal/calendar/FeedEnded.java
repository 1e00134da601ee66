package de.ratssaal.calendar;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.AccountId;

/** An address under which a calendar program read somebody's meetings leads nowhere any more. */
public record FeedEnded(FeedId feed, AccountId account) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "calendar feed %s of account %s ended".formatted(feed, account);
    }

    @Override
    public String auditSubject() {
        return "account/" + account;
    }
}
