package de.ratssaal.distribution;

import de.ratssaal.base.LegalSource;
import java.util.List;

/**
 * What would be told now that was not told yet.
 *
 * @param changes for the secretariat, who may know all of it
 * @param addsItems whether items are new on the agenda
 * @param isInTime whether it still arrives within the period of the invitation (R1)
 * @param fullDays full calendar days until the meeting
 * @param source paragraph that says when an item may be decided that was not on the agenda in time (R3)
 * @param isAnnouncedInTime whether the public would still learn of it in time (R2)
 * @param announcement paragraph that says when the public must know
 */
public record Supplement(
        List<Change> changes,
        boolean addsItems,
        boolean isInTime,
        int fullDays,
        LegalSource source,
        boolean isAnnouncedInTime,
        LegalSource announcement) {

    public Supplement {
        changes = List.copyOf(changes);
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }
}
