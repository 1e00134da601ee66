package de.ratssaal.paper;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;

/** A paper stands on an agenda. */
public record PaperPutOnAgenda(PaperId paper, MeetingId meeting, AgendaItemId item, ConsultationRole role)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "put on the agenda of meeting %s as item %s, %s".formatted(meeting, item, role);
    }

    @Override
    public String auditSubject() {
        return "paper/" + paper;
    }
}
