package de.ratssaal.voting;

import de.ratssaal.identity.PersonId;
import java.util.UUID;

/**
 * A vote that was entered for a member in the room, for who enters them.
 *
 * @param receipt its key, which a correction names
 */
public record EnteredVote(PersonId person, Choice choice, UUID receipt) {}
