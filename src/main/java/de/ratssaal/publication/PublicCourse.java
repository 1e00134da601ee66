package de.ratssaal.publication;

import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.util.List;
import java.util.Map;

/**
 * What a module above this one knows of items beside what was resolved, such as who was elected. Whoever changes it says so by
 * {@link PublicCourseChanged}.
 */
public interface PublicCourse {

    /**
     * Paragraphs for each item, in the language of the record; nothing non-public is in them. Asked by the application itself; what is
     * said of items that are not public is left out.
     */
    Map<AgendaItemId, List<String>> of(MeetingId meeting);
}
