package de.ratssaal.paper;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.organization.BodyId;
import java.time.Instant;
import java.util.List;

/**
 * A paper on its authors' desks.
 *
 * @param template with which it was begun
 * @param newerTemplate whether the kind has a newer one
 * @param manuscript what is written
 * @param revision grows with every change
 * @param version number of the last release; 0 if it never was released
 * @param isHandedIn whether the secretariat knows of it
 * @param isLed whether it comes to the secretariat by itself, on the way that papers of its kind go
 * @param namesItself whether who brings it in follows from who writes it
 * @param missing what is missing for its release
 * @param changedBy name of who wrote last
 */
public record Sheet(
        PaperId id,
        PaperNumber number,
        BodyId body,
        OrganizationId organization,
        PaperAuthor author,
        PaperState state,
        PaperTemplate template,
        boolean newerTemplate,
        Manuscript manuscript,
        int revision,
        int version,
        boolean isHandedIn,
        boolean isLed,
        boolean namesItself,
        List<Missing> missing,
        String changedBy,
        Instant changedAt) {}
