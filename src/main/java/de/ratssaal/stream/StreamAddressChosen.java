package de.ratssaal.stream;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/** The public is led to a stream from elsewhere, or not any more. */
public record StreamAddressChosen(MeetingId meeting, String address, Instant at) implements AuditedEvent {

    @Override
    public String auditLine() {
        return address.isEmpty()
                ? "no other stream is shown to the public"
                : "the public is shown the stream at " + address;
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
