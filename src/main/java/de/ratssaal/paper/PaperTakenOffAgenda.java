package de.ratssaal.paper;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;

/** A paper no longer stands on an agenda. */
public record PaperTakenOffAgenda(PaperId paper, MeetingId meeting, AgendaItemId item) implements AuditedEvent {

    @Override
    public String auditLine() {
        return "taken off the agenda of meeting %s, item %s".formatted(meeting, item);
    }

    @Override
    public String auditSubject() {
        return "paper/" + paper;
    }
}
