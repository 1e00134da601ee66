package de.ratssaal.paper;

import de.ratssaal.base.Refusal;
import de.ratssaal.meeting.AgendaItemId;

/** What is being voted on has a say before its wording is changed. */
public interface WordingLock {

    /** @throws Refusal if a vote on the item runs, or the item is settled */
    void requireUnlocked(AgendaItemId item);
}
