package de.ratssaal.support;

import de.ratssaal.chamber.BoardPart;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingSummary;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Adds who supports what to the shared picture of a meeting. */
@Component
class SupportsOnBoard implements BoardPart<Supports> {

    private final MovedOnItem moved;

    SupportsOnBoard(MovedOnItem moved) {
        this.moved = moved;
    }

    @Override
    public Class<Supports> type() {
        return Supports.class;
    }

    @Override
    public Supports read(MeetingSummary meeting) {
        return moved.in(meeting);
    }

    @Override
    public Supports without(Supports whole, Predicate<AgendaItemId> mayKnow) {
        return whole.without(mayKnow);
    }
}
