package de.ratssaal.identity;

import de.ratssaal.base.AuditedEvent;

/** Two browsers showed the same session token; one of them copied it. */
public record SessionTokenReused(AccountId account, SessionId session) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "session %s of account %s was ended: a token that had been exchanged was shown again"
                .formatted(session, account);
    }

    @Override
    public String auditSubject() {
        return "account/" + account;
    }
}
