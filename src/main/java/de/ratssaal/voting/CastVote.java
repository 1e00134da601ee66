package de.ratssaal.voting;

import java.time.Instant;
import java.util.UUID;

/** What became of a vote that was sent. */
public sealed interface CastVote {

    /** The choice that counts now. */
    Choice choice();

    Instant at();

    /** Under which the vote that counts now was sent; a change of it names it. */
    UUID receipt();

    /** It is stored. */
    record Stored(Choice choice, Instant at, UUID receipt) implements CastVote {}

    /** It was stored before: the same vote was sent again, after its answer had been lost. */
    record AlreadyStored(Choice choice, Instant at, UUID receipt) implements CastVote {}

    /** It was stored before, and the voter has changed it since: the later one counts. */
    record Replaced(Choice choice, Instant at, UUID receipt) implements CastVote {}
}
