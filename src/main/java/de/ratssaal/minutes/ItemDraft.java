package de.ratssaal.minutes;

import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.util.Map;

/**
 * What a module above this one proposes as the text of items, such as who spoke on them. It stands there as long as the secretariat
 * wrote nothing, and can be changed like any text.
 */
public interface ItemDraft {

    /**
     * Text for each item, in {@link MinutesWriting#LANGUAGE}, without anything that the public may not read of a public item: what the
     * secretariat makes of it stands in the public version too. Asked by the application itself.
     */
    Map<AgendaItemId, String> of(MeetingId meeting);
}
