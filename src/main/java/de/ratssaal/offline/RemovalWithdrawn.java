package de.ratssaal.offline;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.AccountId;

/** A device may keep its meetings after all. */
public record RemovalWithdrawn(DeviceId device, AccountId account) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "removal from device %s of account %s withdrawn".formatted(device, account);
    }

    @Override
    public String auditSubject() {
        return "account/" + account;
    }
}
