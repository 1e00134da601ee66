package de.ratssaal.meeting;

import java.util.Set;

/**
 * A meeting is convened a second time, with the notice that on these items any number of members may decide (R5).
 *
 * @param earlier the meeting that had no quorum
 * @param items those of the new agenda that were not decided then
 */
public record SecondCall(MeetingId earlier, Set<AgendaItemId> items) {

    public SecondCall {
        items = Set.copyOf(items);
    }
}
