package de.ratssaal.urn;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.meeting.MeetingHold;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.Meetings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Enters confirmed results as those of what was decided: at any node, after any fault, and once an interrupted meeting goes on. Of two
 * nodes the second finds it done.
 */
@Component
class SettleResults {

    private static final String JOB = "urn";
    private static final int PERIOD_MILLIS = 500;
    private static final Logger LOG = LoggerFactory.getLogger(SettleResults.class);

    private final UrnStore store;
    private final Matters matters;
    private final Meetings meetings;
    private final Tallying tallying;
    private final MeetingHold hold;
    private final ChangeNotices notices;
    private final Access access;
    private final TransactionTemplate transaction;

    SettleResults(
            UrnStore store,
            Matters matters,
            Meetings meetings,
            Tallying tallying,
            MeetingHold hold,
            ChangeNotices notices,
            Access access,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.matters = matters;
        this.meetings = meetings;
        this.tallying = tallying;
        this.hold = hold;
        this.notices = notices;
        this.access = access;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelay = PERIOD_MILLIS)
    void settleAll() {
        store.in(UrnState.CONFIRMED)
                .forEach(it -> access.asSystem(JOB, () -> {
                    if (meetings.meeting(it.meeting()).state() == MeetingState.OPEN) { // otherwise nothing is decided
                        settle(it);
                    }
                }));
    }

    private void settle(Urn urn) {
        try {
            transaction.executeWithoutResult(status -> {
                // the meeting itself first, as all who call items do
                meetings.hold(urn.meeting());
                hold.take(urn.meeting());
                var held = store.hold(urn.poll());
                if (held.state() == UrnState.CONFIRMED) {
                    // first, so that whoever hears of the result finds the record published
                    store.moveTo(urn.poll(), UrnState.SETTLED);
                    matters.of(held.kind()).settle(held);
                    notices.changed(ChangeNotices.meeting(urn.meeting().value()));
                    tallying.tellTellers(urn);
                }
            });
        } catch (Refusal e) {
            LOG.info("The result of poll {} waits: {}", urn.poll(), e.key());
        } catch (RuntimeException e) {
            LOG.error("The result of poll {} could not be entered; it is tried again in a moment", urn.poll(), e);
        }
    }
}
