package de.ratssaal.packet;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;

/**
 * A packet was bound.
 *
 * @param hash SHA-256 of the PDF, without a reader's name, in lower-case hexadecimal
 */
public record PacketBound(
        PacketId packet, MeetingId meeting, PacketAudience audience, int pages, String hash, Instant at)
        implements AuditedEvent {

    @Override
    public String auditLine() {
        return "packet %s bound for %s: %d pages, PDF %s".formatted(packet, audience, pages, hash);
    }

    @Override
    public String auditSubject() {
        return "meeting/" + meeting;
    }
}
