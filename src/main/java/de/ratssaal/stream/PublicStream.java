package de.ratssaal.stream;

/**
 * How the stream of a meeting stands, as its screens show it.
 *
 * @param state none of it is told to whoever may only know what is public, but the state itself
 * @param shown who is seen and heard in it now
 * @param address where another stream is shown; empty for our own
 * @param isAllowed whether the rules of procedure let the meeting be shown, and it has a conference
 * @param needsConsent whether only who has agreed is shown
 * @param isRecorded whether it is kept, or would be
 * @param hasRecording whether something is kept
 */
public record PublicStream(
        State state,
        Shown shown,
        String address,
        boolean isAllowed,
        boolean needsConsent,
        boolean isRecorded,
        boolean hasRecording) {

    public enum State {
        OFF,
        /** It is meant to be shown, and is not now: the meeting does not run, or not in public. */
        PAUSED,
        /** It begins within seconds. */
        BEGINNING,
        ON
    }

    public enum Shown {
        SPEAKER,
        /** Nobody speaks, or whoever does sends nothing. */
        NOBODY,
        /** Whoever speaks has not agreed to be shown. */
        WITHHELD,
        /** The meeting is interrupted. */
        BREAK,
        /** What brings sound and picture to this meeting cannot be had for a stream. */
        NOT_POSSIBLE
    }

    public boolean isOurs() {
        return address.isEmpty();
    }
}
