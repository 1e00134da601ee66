package de.ratssaal.urn;

import de.ratssaal.identity.PersonId;

/**
 * Somebody who holds a part of the key.
 *
 * @param number as the record counts them, from 1
 */
record TallyTeller(int number, PersonId person, String name) {}
