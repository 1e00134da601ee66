package de.ratssaal.minutes;

import de.ratssaal.attendance.Presence;
import de.ratssaal.attendance.SeatVotes;
import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.MemberSummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who was present when, cut to the time of the meeting.
 *
 * @param intervals as they were registered, by begin
 * @param begin when the meeting was opened
 * @param end when it was closed; none while it runs
 */
record Presences(
        List<Presence> intervals, Instant begin, @Nullable Instant end) {

    /** When a person was present during the meeting. Whoever goes on without a gap in the same place has one span. */
    List<MinutesSheet.Span> of(PersonId person) {
        var spans = new ArrayList<MinutesSheet.Span>();
        for (var interval : intervals) {
            if (interval.person().equals(person) && touchesMeeting(interval)) {
                var since = interval.since().isAfter(begin) ? interval.since() : null;
                var until = interval.until();
                var left = until == null || (end != null && !until.isBefore(end)) ? null : until;
                var span = new MinutesSheet.Span(since, left, interval.place());
                if (!spans.isEmpty() && goesOn(spans.getLast(), span)) {
                    var before = spans.removeLast();
                    span = new MinutesSheet.Span(before.since(), left, span.place());
                }
                spans.add(span);
            }
        }
        return spans;
    }

    /** When a person was present during the meeting and the other was not. */
    List<MinutesSheet.Span> without(PersonId person, PersonId other) {
        var left = intervals.stream().filter(it -> it.person().equals(person)).toList();
        for (var there : intervals) {
            if (there.person().equals(other)) {
                left = left.stream().flatMap(it -> outside(it, there)).toList();
            }
        }
        return new Presences(left, begin, end).of(person);
    }

    /** What of an interval lies before and after another. */
    private static Stream<Presence> outside(Presence interval, Presence other) {
        var until = interval.until();
        var otherUntil = other.until();
        if ((until != null && !until.isAfter(other.since()))
                || (otherUntil != null && !interval.since().isBefore(otherUntil))) {
            return Stream.of(interval);
        }
        var before = interval.since().isBefore(other.since())
                ? Stream.of(new Presence(interval.person(), interval.place(), interval.since(), other.since()))
                : Stream.<Presence>empty();
        var after = otherUntil != null && (until == null || until.isAfter(otherUntil))
                ? Stream.of(new Presence(interval.person(), interval.place(), otherUntil, until))
                : Stream.<Presence>empty();
        return Stream.concat(before, after);
    }

    private static boolean goesOn(MinutesSheet.Span before, MinutesSheet.Span next) {
        return before.place() == next.place()
                && before.until() != null
                && before.until().equals(next.since());
    }

    private boolean touchesMeeting(Presence interval) {
        var until = interval.until();
        var isOverBefore = until != null && !until.isAfter(begin);
        var beginsAfter = end != null && !interval.since().isBefore(end);
        return !isOverBefore && !beginsAfter;
    }

    /** How many votes members who were present could cast at a moment. */
    int countVoting(List<MemberSummary> members, Instant at) {
        return new SeatVotes(members, there(at)).countPresent(Set.of());
    }

    /** How many votes of absent members somebody who was present could cast at a moment. */
    int countCarried(List<MemberSummary> members, Map<PersonId, PersonId> holders, Instant at) {
        return new SeatVotes(members, there(at)).countCarried(holders, Set.of());
    }

    /** As {@link #countVoting} and {@link #countCarried} together, of members with several votes. */
    int weight(List<MemberSummary> members, Map<PersonId, PersonId> holders, Instant at) {
        var votes = new SeatVotes(members, there(at));
        return votes.weightPresent(Set.of()) + votes.weightCarried(holders, Set.of());
    }

    private Set<PersonId> there(Instant at) {
        return intervals.stream()
                .filter(it -> it.isAt(at))
                .map(Presence::person)
                .collect(Collectors.toSet());
    }
}
