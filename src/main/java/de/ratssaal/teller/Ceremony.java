package de.ratssaal.teller;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The making of a key, as far as it is.
 *
 * @param group in which the key lies
 * @param rounds the messages of each of the three rounds, by number of teller; null where there is none yet
 * @param reason why it was broken off
 * @param trustees the file that came out
 */
public record Ceremony(
        CeremonyId id,
        TellerSet set,
        String group,
        CeremonyState state,
        Instant begunAt,
        @Nullable Instant endedAt,
        @Nullable AbortReason reason,
        @Nullable String trustees,
        List<List<@Nullable String>> rounds) {

    public static final int ROUNDS = 3;

    public Ceremony {
        rounds = List.copyOf(rounds);
    }

    static List<List<@Nullable String>> noMessages(int size) {
        return Collections.nCopies(ROUNDS, Collections.<@Nullable String>nCopies(size, null));
    }

    public boolean isRunning() {
        return state == CeremonyState.RUNNING;
    }

    /** Whether everybody has sent their message of a round. */
    public boolean isComplete(int round) {
        return rounds.get(round - 1).stream().allMatch(Objects::nonNull);
    }

    /** How many messages a teller has sent. */
    public int sentBy(int index) {
        return (int) rounds.stream().filter(it -> it.get(index - 1) != null).count();
    }

    public @Nullable String message(int round, int index) {
        return rounds.get(round - 1).get(index - 1);
    }

    /** All messages of a round that is complete. */
    List<String> messages(int round) {
        return rounds.get(round - 1).stream().map(Objects::requireNonNull).toList();
    }
}
