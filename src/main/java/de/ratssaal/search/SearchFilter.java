package de.ratssaal.search;

import de.ratssaal.identity.OrganizationId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What hits are wanted. What is none does not matter.
 *
 * @param from first day
 * @param to last day
 * @param isPublic whether everybody may read it
 * @param state of a paper or meeting, outcome of a resolution
 */
public record SearchFilter(
        @Nullable SearchKind kind,
        @Nullable OrganizationId organization,
        @Nullable Integer year,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Boolean isPublic,
        @Nullable String state) {

    public static final SearchFilter NONE = new SearchFilter(null, null, null, null, null, null, null);

    public boolean isNone() {
        return equals(NONE);
    }
}
