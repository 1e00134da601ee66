package de.ratssaal.packet;

import de.ratssaal.document.Rendition;

/** Why a document is not in a packet. */
enum MissingReason {
    FAILED,
    TOO_LONG,
    NOT_INSTALLED,
    /** It was taken away while the packet was bound. */
    GONE,
    /** A virus was found in it. */
    INFECTED;

    static MissingReason of(Rendition.State state) {
        return switch (state) {
            case NOT_INSTALLED -> NOT_INSTALLED;
            case TOO_LONG -> TOO_LONG;
            case FAILED, WAITING, RUNNING, DONE -> FAILED;
        };
    }
}
