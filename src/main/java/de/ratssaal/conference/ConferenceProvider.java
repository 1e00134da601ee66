package de.ratssaal.conference;

import de.ratssaal.identity.PersonId;
import java.util.Map;
import java.util.Set;

/**
 * What brings sound and picture from one to another. Rooms, tickets and rights are kept here: a provider is told, never asked.
 *
 * <p>It is told within the act, before the database says so to anybody: what fails there is logged, and the act goes on. What it is
 * told twice changes nothing.
 */
public interface ConferenceProvider {

    /** As in the setting {@code ratssaal.conference.provider}. */
    String name();

    /** Whether this installation has what it needs, so that a meeting can choose it. */
    boolean isSetUp();

    /** How many at once can send a picture in a room; who comes later takes part with sound. */
    int mostPictures(Room room);

    /**
     * What the page of somebody needs to come in who has just been let in.
     *
     * @param ticket for them and this room alone, valid once and for a short time
     */
    Map<String, Object> entry(Room room, PersonId person, String personName, String ticket);

    /** Whether somebody has to come in anew so that the provider knows of it when they conduct the meeting, or no longer do. */
    default boolean rightsComeWithEntry() {
        return false;
    }

    /** Whether it tells {@link RoomEvidence} who is in its rooms. */
    default boolean tellsWhoIsThere() {
        return false;
    }

    /** It has just been made: nobody is in it. */
    default void opening(Room room) {}

    /** Whether those who come in now would be connected; if not, a new room is opened in its place. */
    default boolean reaches(Room room) {
        return true;
    }

    /** From now on nobody may hear or see anything there. */
    void closing(Room room);

    /** Somebody has to leave the room at once. */
    void puttingOut(Room room, PersonId person);

    /** Who may be heard has changed; all others are silent. */
    void hearing(Room room, Set<PersonId> heard);
}
