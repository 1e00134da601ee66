package de.ratssaal.voting;

import de.ratssaal.identity.PersonId;
import java.time.Instant;

/**
 * How a member voted, openly (R15).
 *
 * @param enteredFor whether the secretariat entered it for a member in the room
 * @param corrected whether the secretariat corrected what it had entered
 */
public record Vote(PersonId person, Choice choice, Instant castAt, boolean enteredFor, boolean corrected) {}
