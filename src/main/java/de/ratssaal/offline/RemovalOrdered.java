package de.ratssaal.offline;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.AccountId;

/** A device is to remove all meetings. */
public record RemovalOrdered(DeviceId device, AccountId account, RemovalCause cause) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "removal from device %s of account %s ordered: %s".formatted(device, account, cause);
    }

    @Override
    public String auditSubject() {
        return "account/" + account;
    }
}
