package de.ratssaal.meeting;

import de.ratssaal.identity.Access;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When whoever meets is busy, for the application itself: nobody is shown a meeting that they may not see. */
@Service
@Transactional(readOnly = true)
public class MeetingTimes {

    /** A meeting whose end nobody knows still takes up the evening. */
    public static final Duration USUAL_LENGTH = Duration.ofHours(3);

    /** No meeting is longer; bounds the search. */
    private static final Duration LONGEST = Duration.ofDays(2);

    private final MeetingRepository meetings;
    private final Access access;

    MeetingTimes(MeetingRepository meetings, Access access) {
        this.meetings = meetings;
        this.access = access;
    }

    /** Meetings that were not called off and overlap a span of time, by their start. */
    public List<BusyTime> overlapping(Instant from, Instant to) {
        access.requireSystem();
        return meetings.findBetween(from.minus(LONGEST), to).stream()
                .filter(it -> it.state() != MeetingState.CANCELLED)
                .map(it -> new BusyTime(
                        it.id(), it.organization(), it.startsAt(), end(it.startsAt(), it.endsAt()), it.place()))
                .filter(it -> it.startsAt().isBefore(to) && it.endsAt().isAfter(from))
                .toList();
    }

    /** The planned end, or what is usual. */
    public static Instant end(Instant startsAt, @Nullable Instant endsAt) {
        return Optional.ofNullable(endsAt).orElse(startsAt.plus(USUAL_LENGTH));
    }
}
