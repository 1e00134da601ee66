package de.ratssaal.packet;

import de.ratssaal.meeting.MeetingId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * What packets would hold now. A reader fetches a packet in many stretches: the answer is remembered for a moment, and
 * forgotten with the next change.
 */
@Component
class PresentContents {

    private static final Duration MOMENT = Duration.ofSeconds(5);
    private static final int MOST = 100;

    private final PacketCollection collection;
    private final Clock clock;
    private final Map<Key, Known> known = new ConcurrentHashMap<>();

    PresentContents(PacketCollection collection, Clock clock) {
        this.collection = collection;
        this.clock = clock;
    }

    private record Key(MeetingId meeting, PacketAudience audience) {}

    private record Known(Optional<Collected> contents, Instant at) {}

    /** The fingerprint of what the packet would hold; nothing if there is to be none. */
    Optional<String> fingerprint(MeetingId meeting, PacketAudience audience) {
        return contents(meeting, audience).map(Collected::fingerprint);
    }

    /** What the packet would hold; nothing if there is to be none. */
    Optional<Collected> contents(MeetingId meeting, PacketAudience audience) {
        var key = new Key(meeting, audience);
        var now = clock.instant();
        var found = known.get(key);
        if (found == null || found.at().plus(MOMENT).isBefore(now)) {
            if (known.size() > MOST) {
                known.clear();
            }
            found = new Known(collection.collect(meeting, audience), now);
            known.put(key, found);
        }
        return found.contents();
    }

    void forget() {
        known.clear();
    }
}
