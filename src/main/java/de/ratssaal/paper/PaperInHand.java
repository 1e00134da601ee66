package de.ratssaal.paper;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.organization.BodyId;

/**
 * A paper as it is being written, for those through whose hands it goes before it is released.
 *
 * @param number as it is written
 * @param organization whose secretariat prepares it
 * @param author who writes it
 * @param content what would be released now
 * @param revision of the content
 * @param version number of the last release; 0 if it never was released
 * @param awaitsRelease whether it is a draft, or was changed since its last release
 * @param mayWrite whether whoever asks may change the content
 * @param fingerprint SHA-256 of the content and its files; any change of them changes it
 */
public record PaperInHand(
        PaperId id,
        String number,
        BodyId body,
        OrganizationId organization,
        PaperAuthor author,
        PaperContent content,
        PaperState state,
        int revision,
        int version,
        boolean awaitsRelease,
        boolean mayWrite,
        String fingerprint) {}
