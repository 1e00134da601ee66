package de.ratssaal.meeting.ui;

import de.ratssaal.meeting.MeetingId;
import java.util.NoSuchElementException;
import java.util.UUID;

/** Which meeting the address of a view names. */
final class Address {

    private Address() {}

    /** @throws NoSuchElementException if it names no meeting: then nothing is there */
    static MeetingId meeting(String text) {
        try {
            return new MeetingId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw (NoSuchElementException) new NoSuchElementException(text).initCause(e);
        }
    }
}
