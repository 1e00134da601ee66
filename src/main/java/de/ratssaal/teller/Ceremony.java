package de.ratssaal.teller;

import de.ratssaal.ballot.Hash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The making of a key, as far as it is.
 *
 * @param group in which the key lies
 * @param rounds the messages of each round, by its number and that of the teller; null where there is none yet
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

    /** Number of the last round. The first is 0, in which all announce what they send in round 1. */
    public static final int LAST_ROUND = 3;

    public Ceremony {
        rounds = List.copyOf(rounds);
    }

    static List<List<@Nullable String>> noMessages(int size) {
        return Collections.nCopies(LAST_ROUND + 1, Collections.<@Nullable String>nCopies(size, null));
    }

    public boolean isRunning() {
        return state == CeremonyState.RUNNING;
    }

    /** Whether everybody has sent their message of a round. */
    public boolean isComplete(int round) {
        return rounds.get(round).stream().allMatch(Objects::nonNull);
    }

    /** How many messages a teller has sent. */
    public int sentBy(int index) {
        return (int) rounds.stream().filter(it -> it.get(index - 1) != null).count();
    }

    /** Hash of the file that came out, as the tellers' devices, display and minutes show it. */
    public Optional<String> fingerprint() {
        return Optional.ofNullable(trustees).map(it -> Hash.hex(it.getBytes(StandardCharsets.UTF_8)));
    }

    public @Nullable String message(int round, int index) {
        return rounds.get(round).get(index - 1);
    }

    /** All messages of a round that is complete. */
    List<String> messages(int round) {
        return rounds.get(round).stream().map(Objects::requireNonNull).toList();
    }
}
