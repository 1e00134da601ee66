package de.ratssaal.meeting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An item of an agenda.
 *
 * @param number as printed, such as {@code Ö 1.2} or {@code N 1}
 * @param parent the item above it; none at the top
 * @param position place among its siblings, counted from 0
 * @param depth 0 at the top
 * @param isPublic whether the public may hear it and read its title
 * @param calledAgain whether any number of members may decide on it, because it is called for the second time (R5)
 * @param excludedBecause why the public was excluded from it while the meeting ran (R11); none if that did not happen
 * @param plannedMinutes how long it is thought to take; none if nobody said
 * @param jointWith the item together with which it is deliberated; none for that one, and for any other
 */
public record AgendaItemSummary(
        AgendaItemId id,
        @Nullable AgendaItemId parent,
        String number,
        int position,
        int depth,
        String title,
        boolean isPublic,
        ItemState state,
        @Nullable Instant calledAt,
        @Nullable Instant doneAt,
        boolean calledAgain,
        @Nullable String excludedBecause,
        @Nullable Integer plannedMinutes,
        @Nullable AgendaItemId jointWith) {

    /** The same while nobody follows it but those who may attend non-public items. */
    public AgendaItemSummary behindClosedDoors() {
        return new AgendaItemSummary(
                id,
                parent,
                number,
                position,
                depth,
                title,
                false,
                state,
                calledAt,
                doneAt,
                calledAgain,
                excludedBecause,
                plannedMinutes,
                jointWith);
    }
}
