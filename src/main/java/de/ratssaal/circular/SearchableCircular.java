package de.ratssaal.circular;

import de.ratssaal.identity.Audience;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.voting.BookEntry;

/**
 * A circular resolution as it is made searchable.
 *
 * @param readers who may see it
 */
public record SearchableCircular(OrganizationId organization, BookEntry entry, Audience readers) {}
