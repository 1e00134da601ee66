package de.ratssaal.conduct.ui;

import de.ratssaal.chamber.ui.LiveCard;
import de.ratssaal.conduct.ConductingAgenda;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** What becomes of the agenda, on the screens of a running meeting. */
@Component
class AgendaActsCard implements LiveCard {

    private static final int LATE = 40;

    private final ConductingAgenda conducting;
    private final Meetings meetings;
    private final Councils councils;

    AgendaActsCard(ConductingAgenda conducting, Meetings meetings, Councils councils) {
        this.conducting = conducting;
        this.meetings = meetings;
        this.councils = councils;
    }

    @Override
    public int order() {
        return LATE;
    }

    @Override
    public Optional<Shown> on(Screen screen, MeetingId meeting, Consumer<Runnable> act) {
        return Optional.of(
                switch (screen) {
                    case DESK -> new DeskAgendaActs(meeting, conducting, meetings, councils, act);
                    case ROOM -> new RoomAgendaActs();
                });
    }
}
