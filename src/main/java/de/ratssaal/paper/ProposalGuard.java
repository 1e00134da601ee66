package de.ratssaal.paper;

import de.ratssaal.base.Refusal;
import de.ratssaal.meeting.AgendaItemId;

/** What is moved to be changed in a proposal has a say before the proposal is put to the vote. */
public interface ProposalGuard {

    /** @throws Refusal if the text on the item is not yet what has to be voted on; it says what is missing */
    void requireReadyForVote(AgendaItemId item);
}
