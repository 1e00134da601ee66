package de.ratssaal.voting;

import de.ratssaal.identity.PersonId;
import java.time.Instant;

/**
 * How a member voted, openly (R15).
 *
 * @param enteredFor whether the secretariat entered it for a member in the room
 */
public record Vote(PersonId person, Choice choice, Instant castAt, boolean enteredFor) {}
