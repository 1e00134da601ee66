package de.ratssaal.offline;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.AccountId;
import de.ratssaal.meeting.MeetingId;

/** Somebody took a meeting along on a device. */
public record MeetingTakenAlong(DeviceId device, AccountId account, MeetingId meeting, boolean nonPublic)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "meeting %s taken along on device %s, %s"
                .formatted(meeting, device, nonPublic ? "with non-public parts" : "public parts only");
    }

    @Override
    public String auditSubject() {
        return "account/" + account;
    }
}
