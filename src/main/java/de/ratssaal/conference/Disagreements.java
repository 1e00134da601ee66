package de.ratssaal.conference;

import de.ratssaal.identity.Access;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Where providers and our own lines disagree. That somebody has been missed for too long is nobody's message: it is looked for. */
@Component
class Disagreements {

    private static final int PAUSE_MILLIS = 3_000;

    private final EvidenceStore evidence;
    private final RoomStore store;
    private final Rooms rooms;
    private final Providers providers;
    private final Access access;
    private final Clock clock;
    private Map<RoomId, Disagreement> shown = Map.of();

    Disagreements(
            EvidenceStore evidence, RoomStore store, Rooms rooms, Providers providers, Access access, Clock clock) {
        this.evidence = evidence;
        this.store = store;
        this.rooms = rooms;
        this.providers = providers;
        this.access = access;
        this.clock = clock;
    }

    Disagreement in(Room room) {
        if (!providers.of(room).tellsWhoIsThere()) {
            return Disagreement.NONE;
        }
        return DisagreementRule.of(
                evidence.isTold(room.id()),
                evidence.inside(room.id()),
                evidence.connected(room.id()),
                store.lost(room.meeting()),
                clock.instant());
    }

    @Scheduled(fixedDelay = PAUSE_MILLIS)
    void look() {
        access.asSystem("conference", () -> {
            var now = new HashMap<RoomId, Disagreement>();
            for (var room : evidence.openAndTold()) {
                var found = in(room);
                now.put(room.id(), found);
                if (!found.equals(shown.getOrDefault(room.id(), Disagreement.NONE))) {
                    rooms.changed(room.meeting());
                }
            }
            shown = now;
        });
    }
}
