package de.ratssaal.election;

import de.ratssaal.identity.PersonId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A lot. Anybody can draw it again from what stands here.
 *
 * @param round after which it is drawn; none where nothing was voted on
 * @param among whose claims are equal
 * @param places how many of them are drawn
 * @param attempt counted from 1; it begins anew without those who did not open their secret
 * @param contributions of members, of all attempts
 * @param own what the application contributes to the attempt that counts; none in lots from before it did
 * @param drawn in the order in which they were drawn; empty before
 * @param witness who saw the chair draw it by hand; none otherwise
 */
public record LotSummary(
        LotId id,
        @Nullable RoundId round,
        Purpose purpose,
        List<CandidateId> among,
        int places,
        State state,
        int attempt,
        List<Contribution> contributions,
        @Nullable Own own,
        List<CandidateId> drawn,
        @Nullable String witness,
        @Nullable Instant drawnAt) {

    /** What it decides. */
    public enum Purpose {
        /** Who is elected. */
        SEATS,
        /** Who takes part in the run-off. */
        RUN_OFF,
        /** Which lists or groups get the last seats. */
        LISTS
    }

    public enum State {
        /** Members commit themselves. */
        COLLECTING,
        /** Members open their secrets. */
        OPENING,
        DRAWN,
        DRAWN_BY_HAND
    }

    /**
     * @param secret none before it is opened
     */
    public record Contribution(
            int attempt,
            PersonId person,
            String commitment,
            @Nullable String secret) {}

    /**
     * What the application contributes.
     *
     * @param secret none before the lot is drawn
     */
    public record Own(String commitment, @Nullable String secret) {}

    public LotSummary {
        among = List.copyOf(among);
        contributions = List.copyOf(contributions);
        drawn = List.copyOf(drawn);
    }

    public boolean isDrawn() {
        return !drawn.isEmpty();
    }

    /** Of the attempt that counts. */
    public List<Contribution> valid() {
        return contributions.stream().filter(it -> it.attempt() == attempt).toList();
    }

    /** With the application's contribution opened. */
    LotSummary opened(@Nullable Own opened) {
        return new LotSummary(
                id, round, purpose, among, places, state, attempt, contributions, opened, drawn, witness, drawnAt);
    }

    /** Who did not open their secret and contributes no more. */
    public List<PersonId> withheld() {
        return contributions.stream()
                .filter(it -> it.attempt() < attempt && it.secret() == null)
                .map(Contribution::person)
                .distinct()
                .toList();
    }

    /** What the attempt is called in commitments. */
    public String name() {
        return name(id, attempt);
    }

    static String name(LotId lot, int attempt) {
        return lot + "/" + attempt;
    }
}
