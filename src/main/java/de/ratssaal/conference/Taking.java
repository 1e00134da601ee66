package de.ratssaal.conference;

import de.ratssaal.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is connected.
 *
 * @param line their browser's line
 * @param sound whether their microphone is on
 * @param picture whether they send a picture
 * @param heard whether they may be heard
 * @param hasFloor whether they have the floor
 * @param mutes how often the chair muted them
 * @param participant as their own page says that the provider calls them; none if it did not, or the provider has no name of its own
 */
public record Taking(
        LineId line,
        PersonId person,
        String name,
        boolean sound,
        boolean picture,
        boolean heard,
        boolean hasFloor,
        int mutes,
        @Nullable String participant) {

    /** Remote members must be seen when they speak (R14). */
    public boolean speaksUnseen() {
        return hasFloor && !picture;
    }
}
