package de.ratssaal.floor;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.rules.GroupTime;
import de.ratssaal.rules.SpeakingRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rule of how long somebody may speak on an item. Only speeches count towards what a person or a group has.
 *
 * @param spoken speeches on the item so far
 * @param strength members of each political group
 */
record SpeakingTime(SpeakingRule rule, List<Spoken> spoken, Map<OrganizationId, Integer> strength) {

    /** A speech on the item. */
    record Spoken(@Nullable PersonId person, @Nullable OrganizationId group, Duration time) {}

    /** None if it has no limit; zero if all the time there is has been used. */
    @Nullable
    Duration allowed(SpeechKind kind, @Nullable PersonId person, @Nullable OrganizationId group) {
        return switch (kind) {
            case SPEECH ->
                Stream.of(
                                SpeakingRule.time(rule.speechMinutes()),
                                person == null ? null : leftOf(person),
                                group == null ? null : leftOf(group))
                        .filter(Objects::nonNull)
                        .min(Duration::compareTo)
                        .orElse(null);
            case REPLY, POINT_OF_ORDER, STATEMENT -> SpeakingRule.time(rule.shortMinutes());
        };
    }

    private @Nullable Duration leftOf(PersonId person) {
        return left(
                SpeakingRule.time(rule.personMinutes()),
                spoken.stream().filter(it -> person.equals(it.person())).toList());
    }

    private @Nullable Duration leftOf(OrganizationId group) {
        return left(
                partOf(group),
                spoken.stream().filter(it -> group.equals(it.group())).toList());
    }

    private @Nullable Duration partOf(OrganizationId group) {
        var time = SpeakingRule.time(rule.groupMinutes());
        if (time == null || rule.groupTime() == GroupTime.EACH) {
            return time;
        }
        var all = strength.values().stream().mapToInt(it -> it).sum();
        return all == 0 ? time : Duration.ofSeconds(time.toSeconds() * strength.getOrDefault(group, 0) / all);
    }

    private static @Nullable Duration left(@Nullable Duration whole, List<Spoken> used) {
        if (whole == null) {
            return null;
        }
        var left = whole.minus(used.stream().map(Spoken::time).reduce(Duration.ZERO, Duration::plus));
        return left.isNegative() ? Duration.ZERO : left.truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
    }
}
