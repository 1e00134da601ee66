package de.ratssaal.identity;

import de.ratssaal.base.AuditedEvent;

/** From now on the owner of an account signs in by the city's own directory. */
public record DirectoryLinked(AccountId account, String issuer) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "account %s was linked with the directory %s".formatted(account, issuer);
    }

    @Override
    public String auditSubject() {
        return "account/" + account;
    }
}
