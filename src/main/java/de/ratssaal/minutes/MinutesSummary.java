package de.ratssaal.minutes;

import de.ratssaal.meeting.MeetingId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Minutes as they are listed.
 *
 * @param releasedBy name of who released them
 * @param fingerprint SHA-256 of the whole version's PDF; none before the release
 * @param version grows with every change; who releases names the version they saw
 */
public record MinutesSummary(
        MinutesId id,
        MeetingId meeting,
        MinutesState state,
        Instant draftedAt,
        @Nullable Instant releasedAt,
        @Nullable String releasedBy,
        @Nullable String fingerprint,
        long version) {

    public boolean isReleased() {
        return state == MinutesState.RELEASED;
    }
}
