package de.ratssaal.conduct;

import de.ratssaal.chamber.BoardPart;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingSummary;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Adds the acts on the agenda to the shared picture of a meeting. */
@Component
class ActsOnBoard implements BoardPart<AgendaActs> {

    private final ActStore store;

    ActsOnBoard(ActStore store) {
        this.store = store;
    }

    @Override
    public Class<AgendaActs> type() {
        return AgendaActs.class;
    }

    @Override
    public AgendaActs read(MeetingSummary meeting) {
        return new AgendaActs(store.of(meeting.id()));
    }

    @Override
    public AgendaActs without(AgendaActs whole, Predicate<AgendaItemId> mayKnow) {
        return new AgendaActs(whole.all().stream()
                .filter(it -> {
                    var item = it.item();
                    return item == null || mayKnow.test(item);
                })
                .toList());
    }
}
