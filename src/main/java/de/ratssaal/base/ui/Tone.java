package de.ratssaal.base.ui;

import java.util.Locale;

/** What a state means to the reader. */
public enum Tone {
    /** Neither good nor bad: planned, draft, noted. */
    NEUTRAL,
    /** To be known: invited, in progress. */
    INFO,
    /** As it should be: adopted, released, quorum. */
    SUCCESS,
    /** Asks for attention: period short, not yet answered. */
    WARNING,
    /** Does not go on like this: rejected, cancelled, no quorum. */
    DANGER,
    /** Happens at this moment: meeting open, vote open. */
    LIVE,
    /** Not for everybody: non-public. */
    RESTRICTED;

    String className() {
        return "rs-tone-" + name().toLowerCase(Locale.ROOT);
    }
}
