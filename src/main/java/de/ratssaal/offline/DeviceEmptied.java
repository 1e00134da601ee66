package de.ratssaal.offline;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.AccountId;

/** A device said that it removed all meetings. */
public record DeviceEmptied(DeviceId device, AccountId account) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "device %s of account %s has no meetings any more".formatted(device, account);
    }

    @Override
    public String auditSubject() {
        return "account/" + account;
    }
}
