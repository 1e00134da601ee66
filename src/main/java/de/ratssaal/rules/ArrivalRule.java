package de.ratssaal.rules;

import de.ratssaal.base.LegalSource;

/**
 * How members come to be present.
 *
 * @param roomCode whether who enters themselves as present in the room needs the code that is shown there
 * @param source paragraph
 */
public record ArrivalRule(boolean roomCode, LegalSource source) {}
