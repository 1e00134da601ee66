package de.ratssaal.meeting;

import de.ratssaal.base.AuditedEvent;

/** The agenda of a meeting that has not begun was changed. */
public record AgendaChanged(MeetingId meeting) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "agenda changed";
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
