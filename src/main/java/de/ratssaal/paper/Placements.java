package de.ratssaal.paper;

import de.ratssaal.identity.Access;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.meeting.PlacedItem;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the items on which papers stand. */
@Component
class Placements {

    private static final String JOB = "paper";

    private final Meetings meetings;
    private final Access access;

    Placements(Meetings meetings, Access access) {
        this.meetings = meetings;
        this.access = access;
    }

    /** Called before an item is read that something is put on: whoever does the same, or moves it, waits. */
    void hold(AgendaItemId item) {
        meetings.hold(item);
    }

    /** An item, whoever asks. What is done with it is up to the caller. */
    Optional<PlacedItem> any(AgendaItemId item) {
        return access.asSystem(JOB, () -> visible(item));
    }

    /** An item that whoever asks may see. */
    Optional<PlacedItem> visible(AgendaItemId item) {
        return meetings.item(item);
    }
}
