package de.ratssaal.paper;

import de.ratssaal.identity.Audience;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.organization.BodyId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A paper as it is made searchable.
 *
 * @param number empty while it has none
 * @param organizations the one that prepares it and those that deliberate it
 * @param at when it was last released, or begun
 * @param texts what it says, each part with who may read it
 * @param readers who may see it, and read its public files
 * @param inner who may read what is not public of it
 */
public record SearchablePaper(
        PaperId id,
        BodyId body,
        String number,
        PaperType type,
        PaperState state,
        boolean isPublic,
        Set<OrganizationId> organizations,
        Instant at,
        List<Text> texts,
        Audience readers,
        Audience inner) {

    public SearchablePaper {
        organizations = Set.copyOf(organizations);
        texts = List.copyOf(texts);
    }

    /**
     * A part of it.
     *
     * @param isPublic whether everybody who sees the paper reads it
     */
    public record Text(String title, String text, boolean isPublic, Audience readers) {}
}
