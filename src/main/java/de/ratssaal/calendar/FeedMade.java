package de.ratssaal.calendar;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.AccountId;

/** Somebody made an address under which a calendar program reads their meetings. */
public record FeedMade(FeedId feed, AccountId account) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "calendar feed %s of account %s made".formatted(feed, account);
    }

    @Override
    public String auditSubject() {
        return "account/" + account;
    }
}
