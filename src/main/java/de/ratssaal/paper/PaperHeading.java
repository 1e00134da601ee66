package de.ratssaal.paper;

import de.ratssaal.identity.OrganizationId;

/**
 * By what a paper that is being written is known to those who prepare it.
 *
 * @param organization whose secretariat prepares it
 * @param title as it is being written
 */
public record PaperHeading(OrganizationId organization, String number, PaperType type, String title) {}
