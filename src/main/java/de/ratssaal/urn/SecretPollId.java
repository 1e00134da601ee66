package de.ratssaal.urn;

import de.ratssaal.election.RoundId;
import de.ratssaal.voting.PollId;
import java.util.UUID;

/** Identifies a secret vote by device: by the identifier of the poll, or of the round of an election, that is decided by it. */
public record SecretPollId(UUID value) {

    public static SecretPollId of(PollId poll) {
        return new SecretPollId(poll.value());
    }

    public static SecretPollId of(RoundId round) {
        return new SecretPollId(round.value());
    }

    PollId poll() {
        return new PollId(value);
    }

    RoundId round() {
        return new RoundId(value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
