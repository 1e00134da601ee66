package de.ratssaal.voting;

import java.time.Instant;

/** What became of a vote that was sent. */
public sealed interface CastVote {

    Choice choice();

    Instant at();

    /** It is stored. */
    record Stored(Choice choice, Instant at) implements CastVote {}

    /** It was stored before: the same vote was sent again, after its answer had been lost. */
    record AlreadyStored(Choice choice, Instant at) implements CastVote {}
}
