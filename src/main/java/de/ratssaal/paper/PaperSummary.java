package de.ratssaal.paper;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.organization.BodyId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A paper as it is listed: as last released, or as drafted if it never was.
 *
 * @param organization whose secretariat prepares it
 * @param version number of the last release; 0 if it never was released
 * @param revised whether it was changed since its last release; only those who prepare it are told
 * @param releasedAt when the last version was released
 */
public record PaperSummary(
        PaperId id,
        PaperNumber number,
        BodyId body,
        OrganizationId organization,
        PaperType type,
        String title,
        String originator,
        boolean isPublic,
        PaperState state,
        int version,
        boolean revised,
        Instant draftedAt,
        @Nullable Instant releasedAt) {}
