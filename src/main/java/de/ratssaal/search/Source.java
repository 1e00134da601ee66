package de.ratssaal.search;

import java.util.UUID;

/** Something of another module from which entries are made, all of them at once. */
record Source(Kind kind, UUID id) {

    /** Everything there is. */
    static final Source ALL = new Source(Kind.ALL, new UUID(0, 0));

    enum Kind {
        ALL,
        PAPER,
        MEETING,
        FILE,
        /** Resolved in writing. */
        CIRCULAR
    }
}
