package de.ratssaal.conference;

import de.ratssaal.base.Refusal;

/** Somebody may not come into the room now. */
public final class EntryRefused extends Refusal {

    private static final long serialVersionUID = 1;

    private final Entry why;

    EntryRefused(Entry why) {
        super("conference.entry." + why);
        this.why = why;
    }

    public Entry why() {
        return why;
    }
}
