package de.ratssaal.paper;

import de.ratssaal.meeting.AgendaItemId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A wording that a paper has or had: one of its versions, or what is put to the vote on an item in its place.
 *
 * @param key names it within the paper, such as {@code 2} or {@code item-6f1c…}; stays what it is
 * @param version number of the version, or of the version that was changed for the item
 * @param item on which it is put to the vote; none for a version
 * @param meeting title of the item's meeting; empty for a version
 * @param at when it was released or changed
 * @param by name of who released or changed it
 */
public record PaperWording(
        String key,
        int version,
        @Nullable AgendaItemId item,
        String meeting,
        String title,
        String originator,
        ResolutionProposal proposal,
        String reasons,
        Instant at,
        String by) {

    static PaperWording of(ReleasedVersion version) {
        return new PaperWording(
                key(version.number()),
                version.number(),
                null,
                "",
                version.title(),
                version.originator(),
                version.proposal(),
                version.reasons(),
                version.releasedAt(),
                version.releasedBy());
    }

    static PaperWording of(ChangedProposal changed, ReleasedVersion basis, String meeting) {
        return new PaperWording(
                "item-" + changed.item(),
                basis.number(),
                changed.item(),
                meeting,
                basis.title(),
                basis.originator(),
                changed.proposal(),
                basis.reasons(),
                changed.changedAt(),
                changed.changedBy());
    }

    /** Key of a version. */
    public static String key(int version) {
        return Integer.toString(version);
    }
}
