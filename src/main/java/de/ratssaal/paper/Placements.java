package de.ratssaal.paper;

import de.ratssaal.identity.Access;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.Meetings;
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
    Optional<Placement> any(AgendaItemId item) {
        return access.asSystem(JOB, () -> visible(item));
    }

    /** An item that whoever asks may see. */
    Optional<Placement> visible(AgendaItemId item) {
        return meetings.meetingOf(item).flatMap(it -> placement(it, item));
    }

    private Optional<Placement> placement(MeetingId meeting, AgendaItemId item) {
        return meetings.agenda(meeting).stream()
                .filter(it -> it.id().equals(item))
                .findFirst()
                .map(it -> {
                    var of = meetings.meeting(meeting);
                    return new Placement(of, it, meetings.isInPublic(of));
                });
    }
}
