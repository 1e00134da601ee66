package de.ratssaal.search;

import de.ratssaal.identity.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was found.
 *
 * @param subject identifier of what it is
 * @param leadsTo identifier of the paper, file, meeting or circular resolution where it is read
 * @param page of a document on which the best place stands
 * @param morePages on how many other pages of it something was found
 * @param state of a paper or meeting, outcome of a resolution; empty if there is none
 */
public record SearchHit(
        SearchKind kind,
        UUID subject,
        UUID leadsTo,
        @Nullable Integer page,
        int morePages,
        String number,
        List<Marked> title,
        List<Marked> excerpt,
        List<OrganizationId> organizations,
        Instant happensAt,
        boolean isPublic,
        String state) {

    public SearchHit {
        title = List.copyOf(title);
        excerpt = List.copyOf(excerpt);
        organizations = List.copyOf(organizations);
    }
}
