package de.ratssaal.meeting;

import de.ratssaal.base.Refusal;

/** What lies on an item has a say before the item comes before the public. Modules whose things lie there answer. */
public interface ItemGuard {

    /** @throws Refusal if something on the item is not for the public; it says what */
    void requireFitForPublic(AgendaItemId item);
}
