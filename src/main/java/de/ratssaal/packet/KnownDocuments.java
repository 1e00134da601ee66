package de.ratssaal.packet;

import de.ratssaal.identity.Access;
import de.ratssaal.identity.AccountId;
import de.ratssaal.meeting.MeetingId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/**
 * What each person may read of a meeting, remembered for a moment and forgotten with the next change: open readers ask again
 * and again. It is never asked when a document is opened.
 */
@Component
class KnownDocuments {

    private static final Duration MOMENT = Duration.ofSeconds(5);
    private static final int MOST = 500;

    private final Access access;
    private final Clock clock;
    private final Map<Key, Known> known = new ConcurrentHashMap<>();

    KnownDocuments(Access access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    private record Key(AccountId account, boolean isStrong, MeetingId meeting, PacketAudience audience) {}

    private record Known(MeetingDocuments documents, Instant at) {}

    MeetingDocuments of(MeetingId meeting, PacketAudience audience, Supplier<MeetingDocuments> gather) {
        var key = new Key(access.require().account(), access.isStrong(), meeting, audience);
        var now = clock.instant();
        var found = known.get(key);
        if (found == null || found.at().plus(MOMENT).isBefore(now)) {
            if (known.size() > MOST) {
                known.clear();
            }
            found = new Known(gather.get(), now);
            known.put(key, found);
        }
        return found.documents();
    }

    void forget() {
        known.clear();
    }
}
