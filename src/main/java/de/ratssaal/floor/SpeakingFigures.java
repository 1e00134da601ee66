package de.ratssaal.floor;

import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.Gender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How much was said in a meeting, by person, by political group and by gender; the longest first. Guests count together.
 *
 * @param byGender by {@link Gender}; of fewer than {@value #FEWEST_OF_A_GENDER} persons it is not told
 */
public record SpeakingFigures(List<Share<String>> byPerson, List<Share<String>> byGroup, List<Share<Gender>> byGender) {

    /** From so many on, nobody can tell the gender of one of them. */
    static final int FEWEST_OF_A_GENDER = 3;

    /**
     * @param of who; none for guests, for who has no group, and for who did not say their gender
     * @param group short name of the group, where a person is meant and has one
     * @param speeches how many, of all kinds
     */
    public record Share<T>(@Nullable T of, @Nullable String group, int speeches, Duration time) {}

    public SpeakingFigures {
        byPerson = List.copyOf(byPerson);
        byGroup = List.copyOf(byGroup);
        byGender = List.copyOf(byGender);
    }

    static SpeakingFigures of(List<Speech> speeches, Map<PersonId, Gender> genders) {
        var persons = new HashMap<Gender, Long>();
        speeches.stream()
                .map(it -> it.speaker().person())
                .filter(Objects::nonNull)
                .distinct()
                .map(genders::get)
                .filter(Objects::nonNull)
                .forEach(it -> persons.merge(it, 1L, Long::sum));
        var told = persons.entrySet().stream()
                .filter(it -> it.getValue() >= FEWEST_OF_A_GENDER)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return new SpeakingFigures(
                byPerson(speeches), shares(speeches, it -> it.speaker().groupShortName()), shares(speeches, it -> {
                    var person = it.speaker().person();
                    var gender = person == null ? null : genders.get(person);
                    return gender != null && told.contains(gender) ? gender : null;
                }));
    }

    private static List<Share<String>> byPerson(List<Speech> speeches) {
        var shares = new ArrayList<Share<String>>();
        var of = new LinkedHashMap<@Nullable PersonId, List<Speech>>();
        speeches.forEach(it -> of.computeIfAbsent(it.speaker().person(), one -> new ArrayList<>())
                .add(it));
        of.forEach((person, theirs) -> {
            var speaker = theirs.getFirst().speaker();
            shares.add(new Share<>(
                    person == null ? null : speaker.name(),
                    person == null ? null : speaker.groupShortName(),
                    theirs.size(),
                    time(theirs)));
        });
        return longestFirst(shares);
    }

    private static <T> List<Share<T>> shares(List<Speech> speeches, Function<Speech, @Nullable T> of) {
        var parts = new LinkedHashMap<@Nullable T, List<Speech>>();
        for (var speech : speeches) {
            parts.computeIfAbsent(of.apply(speech), one -> new ArrayList<>()).add(speech);
        }
        var shares = new ArrayList<Share<T>>();
        parts.forEach((part, theirs) -> shares.add(new Share<>(part, null, theirs.size(), time(theirs))));
        return longestFirst(shares);
    }

    private static <T> List<Share<T>> longestFirst(List<Share<T>> shares) {
        return shares.stream()
                .sorted(Comparator.<Share<T>, Duration>comparing(Share::time).reversed())
                .toList();
    }

    private static Duration time(List<Speech> speeches) {
        return speeches.stream().map(Speech::spoken).reduce(Duration.ZERO, Duration::plus);
    }
}
