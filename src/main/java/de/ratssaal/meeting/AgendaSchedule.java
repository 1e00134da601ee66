package de.ratssaal.meeting;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When each item would begin if all took as long as planned. Items of which nobody knows take no time. */
public final class AgendaSchedule {

    private final Map<AgendaItemId, ZonedDateTime> starts = new HashMap<>();
    private final ZonedDateTime end;
    private final boolean isPlanned;
    private final boolean isTooLong;

    private AgendaSchedule(MeetingSummary meeting, List<AgendaItemSummary> agenda) {
        var at = meeting.start();
        var planned = false;
        for (var item : agenda) {
            starts.put(item.id(), at);
            var minutes = item.plannedMinutes();
            if (minutes != null) {
                at = at.plus(Duration.ofMinutes(minutes));
                planned = true;
            }
        }
        Instant latest = meeting.endsAt();
        end = at;
        isPlanned = planned;
        isTooLong = planned && latest != null && at.toInstant().isAfter(latest);
    }

    /** @param agenda in order, as {@link Meetings#agenda} gives it */
    public static AgendaSchedule of(MeetingSummary meeting, List<AgendaItemSummary> agenda) {
        return new AgendaSchedule(meeting, agenda);
    }

    /** Nothing as long as no item has a time. */
    public Optional<ZonedDateTime> startOf(AgendaItemId item) {
        return isPlanned ? Optional.ofNullable(starts.get(item)) : Optional.empty();
    }

    /** Nothing as long as no item has a time. */
    public Optional<ZonedDateTime> end() {
        return isPlanned ? Optional.of(end) : Optional.empty();
    }

    /** Whether the items take longer than the meeting is to last. */
    public boolean isTooLong() {
        return isTooLong;
    }
}
