package de.ratssaal.floor;

import de.ratssaal.chamber.BoardPart;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingSummary;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** The speakers' list in the shared picture of a meeting. */
@Component
class FloorPart implements BoardPart<Floor> {

    private final SpeakersLists lists;

    FloorPart(SpeakersLists lists) {
        this.lists = lists;
    }

    @Override
    public Class<Floor> type() {
        return Floor.class;
    }

    @Override
    public Floor read(MeetingSummary meeting) {
        var item = meeting.currentItem();
        return item == null ? Floor.NONE : lists.of(meeting, item);
    }

    @Override
    public Floor without(Floor whole, Predicate<AgendaItemId> mayKnow) {
        return whole.without(mayKnow);
    }
}
