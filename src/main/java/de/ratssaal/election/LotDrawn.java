package de.ratssaal.election;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A lot was drawn. */
public record LotDrawn(
        ElectionId election,
        MeetingId meeting,
        LotId lot,
        List<CandidateId> drawn,
        @Nullable String witness,
        Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "lot %s drew %s%s".formatted(lot, drawn, witness == null ? "" : ", by hand, seen by " + witness);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
