package de.ratssaal.conduct;

import de.ratssaal.chamber.BoardPart;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingSummary;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Adds the roll calls to the shared picture of a meeting. Who is there is for everybody to know (R14). */
@Component
class CallsOnBoard implements BoardPart<QuorumCalls> {

    private final CallStore store;

    CallsOnBoard(CallStore store) {
        this.store = store;
    }

    @Override
    public Class<QuorumCalls> type() {
        return QuorumCalls.class;
    }

    @Override
    public QuorumCalls read(MeetingSummary meeting) {
        return store.of(meeting.id());
    }

    /** How many are recused on an item is told to nobody who may not know of the item. */
    @Override
    public QuorumCalls without(QuorumCalls whole, Predicate<AgendaItemId> mayKnow) {
        return new QuorumCalls(whole.all().stream()
                .filter(it -> {
                    var item = it.item();
                    return item == null || mayKnow.test(item);
                })
                .toList());
    }
}
