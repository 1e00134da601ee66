package de.ratssaal.offline;

import de.ratssaal.identity.AccountId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A device on which meetings are kept.
 *
 * @param name what it calls itself, such as "Chrome, Android"
 * @param cause why it is to remove everything; none while it may keep it
 * @param orderedAt when it was told to
 * @param removedAt when it said that it did
 * @param meetings what lies on it; none once it was removed
 * @param size of it all, in bytes
 */
public record DeviceSummary(
        DeviceId id,
        AccountId account,
        String name,
        DeviceState state,
        Instant registeredAt,
        Instant lastContactAt,
        @Nullable RemovalCause cause,
        @Nullable Instant orderedAt,
        @Nullable Instant removedAt,
        List<MeetingId> meetings,
        long size) {

    public DeviceSummary {
        meetings = List.copyOf(meetings);
    }
}
