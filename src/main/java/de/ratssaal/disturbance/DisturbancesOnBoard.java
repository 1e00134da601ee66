package de.ratssaal.disturbance;

import de.ratssaal.chamber.BoardPart;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.organization.Councils;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Adds the disturbances to the shared picture of a meeting. */
@Component
class DisturbancesOnBoard implements BoardPart<Disturbances> {

    private final DisturbanceStore store;
    private final Councils councils;

    DisturbancesOnBoard(DisturbanceStore store, Councils councils) {
        this.store = store;
        this.councils = councils;
    }

    @Override
    public Class<Disturbances> type() {
        return Disturbances.class;
    }

    @Override
    public Disturbances read(MeetingSummary meeting) {
        var entered = store.secondWay(meeting.organization());
        var office = councils.body(councils.organization(meeting.organization()).body())
                .contact()
                .lines()
                .toList();
        return new Disturbances(
                store.of(meeting.id()),
                new SecondWay(
                        entered.map(SecondWay::phone).orElse(""),
                        entered.map(SecondWay::mail).orElse(""),
                        office));
    }

    /** That somebody is disturbed is for everybody to know (R14); what they said of it, and other items, are not. */
    @Override
    public Disturbances without(Disturbances whole, Predicate<AgendaItemId> mayKnow) {
        return new Disturbances(
                whole.all().stream().map(it -> without(it, mayKnow)).toList(), whole.way());
    }

    private static Disturbance without(Disturbance whole, Predicate<AgendaItemId> mayKnow) {
        var item = whole.item();
        List<AffectedStep> steps = whole.steps().stream()
                .filter(it -> it.isPublic() && mayKnow.test(it.item()))
                .toList();
        return new Disturbance(
                whole.id(),
                whole.meeting(),
                item == null || !mayKnow.test(item) ? null : item,
                whole.person(),
                whole.kind(),
                "",
                whole.enteredFor(),
                whole.reportedAt(),
                whole.began(),
                whole.overAt(),
                whole.state(),
                whole.ground(),
                "",
                whole.settledAt(),
                steps);
    }
}
