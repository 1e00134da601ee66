package de.ratssaal.conference;

import de.ratssaal.identity.PersonId;

/**
 * Somebody who is connected.
 *
 * @param line their browser's line
 * @param sound whether their microphone is on
 * @param picture whether they send a picture
 * @param heard whether they may be heard
 * @param hasFloor whether they have the floor
 * @param mutes how often the chair muted them
 */
public record Taking(
        LineId line,
        PersonId person,
        String name,
        boolean sound,
        boolean picture,
        boolean heard,
        boolean hasFloor,
        int mutes) {

    /** Remote members must be seen when they speak (R14). */
    public boolean speaksUnseen() {
        return hasFloor && !picture;
    }
}
