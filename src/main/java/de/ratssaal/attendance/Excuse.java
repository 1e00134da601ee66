package de.ratssaal.attendance;

import de.ratssaal.identity.PersonId;

/**
 * A member who cannot come (R18).
 *
 * @param reason why; empty if none was given
 */
public record Excuse(PersonId person, String reason) {}
