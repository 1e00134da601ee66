package de.ratssaal.packet;

import de.ratssaal.meeting.MeetingId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a packet stands.
 *
 * @param isCurrent whether it holds what the meeting holds now; only then it is handed out
 * @param done files converted or pages bound so far
 * @param total of how many
 * @param size in bytes; 0 until it is bound
 * @param problems documents that are not in it, as they are listed; only for those who prepare the meeting
 */
public record PacketSummary(
        PacketId id,
        MeetingId meeting,
        PacketAudience audience,
        PacketState state,
        boolean isCurrent,
        int done,
        int total,
        int pages,
        long size,
        @Nullable Instant boundAt,
        List<String> problems) {

    public PacketSummary {
        problems = List.copyOf(problems);
    }

    /** Whether it can be read now. */
    public boolean isReady() {
        return state == PacketState.BOUND && isCurrent;
    }

    PacketSummary withoutProblems() {
        return new PacketSummary(id, meeting, audience, state, isCurrent, done, total, pages, size, boundAt, List.of());
    }
}
