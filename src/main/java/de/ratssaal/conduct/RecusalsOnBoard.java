package de.ratssaal.conduct;

import de.ratssaal.chamber.BoardPart;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingSummary;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Adds what was decided on recusals to the shared picture of a meeting. */
@Component
class RecusalsOnBoard implements BoardPart<RecusalDecisions> {

    private final RecusalStore store;

    RecusalsOnBoard(RecusalStore store) {
        this.store = store;
    }

    @Override
    public Class<RecusalDecisions> type() {
        return RecusalDecisions.class;
    }

    @Override
    public RecusalDecisions read(MeetingSummary meeting) {
        return store.of(meeting.id());
    }

    @Override
    public RecusalDecisions without(RecusalDecisions whole, Predicate<AgendaItemId> mayKnow) {
        return whole.without(mayKnow);
    }
}
