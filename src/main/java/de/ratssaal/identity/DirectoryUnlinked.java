package de.ratssaal.identity;

import de.ratssaal.base.AuditedEvent;

/** The owner of an account does not sign in by the city's own directory any more, until it is linked anew. */
public record DirectoryUnlinked(AccountId account) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "account %s was unlinked from the directory".formatted(account);
    }

    @Override
    public String auditSubject() {
        return "account/" + account;
    }
}
