package de.ratssaal.offline;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.AccountId;

/** A device was registered on which somebody takes meetings along. */
public record DeviceRegistered(DeviceId device, AccountId account) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "device %s of account %s registered for meetings".formatted(device, account);
    }

    @Override
    public String auditSubject() {
        return "account/" + account;
    }
}
