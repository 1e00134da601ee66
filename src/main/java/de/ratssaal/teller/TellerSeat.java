package de.ratssaal.teller;

import de.ratssaal.identity.PersonId;

/**
 * A teller in a set.
 *
 * @param index number among the tellers, from 1: that of the share of the key
 * @param name as it was when they were named
 */
public record TellerSeat(int index, PersonId person, String name) {}
