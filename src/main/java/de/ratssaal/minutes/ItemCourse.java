package de.ratssaal.minutes;

import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.util.List;
import java.util.Map;

/** What a module above this one knows of items, such as elections on them. It stands in the minutes below each item's text. */
public interface ItemCourse {

    /**
     * Paragraphs for each item, in {@link MinutesWriting#LANGUAGE}. Asked by the application itself.
     *
     * @param publicOnly for the version that the public reads: nothing non-public is in it
     */
    Map<AgendaItemId, List<String>> of(MeetingId meeting, boolean publicOnly);

    /** The same for what happened while no item was before the meeting; it stands before the items. */
    default List<String> withoutItem(MeetingId meeting, boolean publicOnly) {
        return List.of();
    }
}
