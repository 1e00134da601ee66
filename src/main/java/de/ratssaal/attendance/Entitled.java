package de.ratssaal.attendance;

import de.ratssaal.identity.PersonId;

/**
 * A member who may vote on an item at this moment.
 *
 * @param place from where they take part
 */
public record Entitled(PersonId person, Place place) {}
