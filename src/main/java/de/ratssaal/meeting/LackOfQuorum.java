package de.ratssaal.meeting;

import java.util.List;

/** What a meeting could not decide because too few members were present. The module that knows decisions answers. */
public interface LackOfQuorum {

    /** Items of a closed meeting that were left undecided for lack of quorum, in the order of the agenda. */
    List<AgendaItemSummary> leftUndecided(MeetingId closed);
}
