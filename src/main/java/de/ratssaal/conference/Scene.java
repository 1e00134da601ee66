package de.ratssaal.conference;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who is in the room that is open, at one moment.
 *
 * @param mostPictures how many of them can send a picture at once
 * @param onlySpeakerHeard whether who may be heard is limited
 * @param large who is meant to be seen large; none if nobody is there
 * @param people in the order in which they came
 */
public record Scene(
        Room room,
        int mostPictures,
        boolean onlySpeakerHeard,
        @Nullable LineId large,
        List<Taking> people) {

    public Scene {
        people = List.copyOf(people);
    }
}
