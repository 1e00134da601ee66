package de.ratssaal.amendment;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.paper.PaperId;
import java.time.Instant;

/** It was chosen which of two adopted amendments prevails at a place. */
public record ConflictChosen(PaperId paper, AgendaItemId item, String place, AmendmentId amendment, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "at %s on item %s amendment %s prevails".formatted(place, item, amendment);
    }

    @Override
    public String auditSubject() {
        return "paper/" + paper;
    }
}
