package de.ratssaal.urn;

import de.ratssaal.base.ChangeNotices;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Mixes ballots into the records of votes that run, and tells screens how many were cast: neither at the moment of a ballot. */
@Component
class MixBallots {

    private static final int MIXING_MILLIS = 1_000;
    private static final int TELLING_MILLIS = 250;
    private static final Logger LOG = LoggerFactory.getLogger(MixBallots.class);

    private final UrnStore store;
    private final RecordKeeping records;
    private final ChangeNotices notices;
    private final TransactionTemplate transaction;
    private final Set<String> changed = ConcurrentHashMap.newKeySet();

    MixBallots(UrnStore store, RecordKeeping records, ChangeNotices notices, PlatformTransactionManager transactions) {
        this.store = store;
        this.records = records;
        this.notices = notices;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A ballot was cast; screens are told of it a moment later. */
    void castIn(Urn urn) {
        changed.add(ChangeNotices.meeting(urn.meeting().value()));
    }

    @Scheduled(fixedDelay = TELLING_MILLIS)
    void tell() {
        for (var topic : Set.copyOf(changed)) {
            changed.remove(topic);
            notices.changed(topic);
        }
    }

    @Scheduled(fixedDelay = MIXING_MILLIS)
    void mixAll() {
        store.in(UrnState.OPEN).forEach(this::mix);
    }

    private void mix(Urn urn) {
        try {
            transaction.executeWithoutResult(status -> {
                var held = store.hold(urn.poll());
                if (held.state() == UrnState.OPEN) {
                    records.mixSome(held);
                }
            });
        } catch (RuntimeException e) {
            LOG.error("Ballots of poll {} could not be mixed; it is tried again in a moment", urn.poll(), e);
        }
    }
}
