package de.ratssaal.amendment;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperShelf;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The order in which amendments are voted on, where the chair wants another than the system proposes. */
@Service
@Transactional
public class AmendmentOrder {

    private final AmendmentRecords records;
    private final AmendmentAccess access;
    private final Amendments reading;
    private final PaperShelf shelf;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Clock clock;

    AmendmentOrder(
            AmendmentRecords records,
            AmendmentAccess access,
            Amendments reading,
            PaperShelf shelf,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Clock clock) {
        this.records = records;
        this.access = access;
        this.reading = reading;
        this.shelf = shelf;
        this.events = events;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * @param order every amendment to the paper that was handed in
     * @param reason kept on record
     * @throws Refusal if the reason is missing, or another amendment was handed in meanwhile
     */
    public void arrange(PaperId paper, List<AmendmentId> order, String reason) {
        access.requireConduct(shelf.paper(paper));
        if (reason.isBlank()) {
            throw new Refusal("amendment.order.reason-missing");
        }
        var handedIn = reading.of(paper).stream()
                .map(AmendmentRow::amendment)
                .filter(it -> it.number() > 0)
                .map(AmendmentSummary::id)
                .toList();
        if (handedIn.size() != order.size() || !new HashSet<>(handedIn).equals(new HashSet<>(order))) {
            throw new Refusal("amendment.order.overtaken");
        }
        var now = clock.instant();
        records.arrange(paper, order, reason.strip(), now, access.name());
        events.publishEvent(new AmendmentsArranged(paper, List.copyOf(order), reason.strip(), now));
        notices.changed(PaperShelf.topic(paper));
    }
}
