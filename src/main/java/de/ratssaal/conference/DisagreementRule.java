package de.ratssaal.conference;

import de.ratssaal.identity.PersonId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rule of when it is said that the provider and our own lines disagree: not while somebody comes or goes. */
final class DisagreementRule {

    /** So long somebody takes to come in on both ways, or to go. */
    static final Duration PATIENCE = Duration.ofSeconds(12);

    /** @param since when it was first told that they are in */
    record Inside(@Nullable PersonId person, String name, Instant since) {}

    record Connected(PersonId person, Instant since) {}

    private DisagreementRule() {}

    /**
     * @param isTold whether the provider tells of this room at all: else nobody is missed there
     * @param lost whose connection broke: that they are still in the room is known
     */
    static Disagreement of(
            boolean isTold, List<Inside> inside, List<Connected> connected, Set<PersonId> lost, Instant now) {
        if (!isTold) {
            return Disagreement.NONE;
        }
        var known = connected.stream().map(Connected::person).collect(Collectors.toSet());
        var there = inside.stream().map(Inside::person).collect(Collectors.toSet());
        return new Disagreement(
                inside.stream()
                        .filter(it -> isOver(it.since(), now))
                        .filter(it ->
                                it.person() == null || !known.contains(it.person()) && !lost.contains(it.person()))
                        .map(Inside::name)
                        .sorted()
                        .toList(),
                connected.stream()
                        .filter(it -> isOver(it.since(), now) && !there.contains(it.person()))
                        .map(Connected::person)
                        .collect(Collectors.toSet()));
    }

    private static boolean isOver(Instant since, Instant now) {
        return !since.plus(PATIENCE).isAfter(now);
    }
}
