package de.ratssaal.attendance;

import de.ratssaal.identity.PersonId;

/**
 * A member who may vote on an item at this moment.
 *
 * @param seat the member whose seat the vote belongs to: the person, or whom they stand in for
 * @param place from where they take part
 */
public record Entitled(PersonId person, PersonId seat, Place place) {}
