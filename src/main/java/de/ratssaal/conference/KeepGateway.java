package de.ratssaal.conference;

import de.ratssaal.base.OneAtATime;
import de.ratssaal.identity.Access;
import de.ratssaal.meeting.MeetingHold;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What stands in the database becomes true at the gateway, whatever could not be told: closed rooms are gone, strangers are put out,
 * who may not be heard is silent. A room whose gateway stays away goes on in a new one.
 */
@Component
class KeepGateway {

    private static final int PAUSE_MILLIS = 3_000;
    private static final Logger LOG = LoggerFactory.getLogger(KeepGateway.class);

    private final Gateway gateway;
    private final RoomStore store;
    private final Scenes scenes;
    private final Rooms rooms;
    private final MeetingHold hold;
    private final Access access;
    private final TransactionTemplate transaction;
    private final OneAtATime keeping = new OneAtATime("keeping the gateway", this::keep);

    KeepGateway(
            Gateway gateway,
            RoomStore store,
            Scenes scenes,
            Rooms rooms,
            MeetingHold hold,
            Access access,
            TransactionTemplate transaction) {
        this.gateway = gateway;
        this.store = store;
        this.scenes = scenes;
        this.rooms = rooms;
        this.hold = hold;
        this.access = access;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelay = PAUSE_MILLIS)
    void ask() {
        if (gateway.name().isPresent()) {
            keeping.ask();
        }
    }

    private void keep() {
        gateway.name()
                .ifPresent(name -> access.asSystem("conference", () -> {
                    for (var room : store.atGateway(name)) {
                        try {
                            keep(room);
                        } catch (RuntimeException e) {
                            notTold(room, e);
                        }
                    }
                }));
    }

    private static void notTold(RoomStore.AtGateway room, RuntimeException why) {
        if (room.isOpen()) {
            LOG.debug("The gateway could not be told of {}; it is tried again in a moment", room.room(), why);
        } else {
            LOG.warn(
                    "A closed room could not be ended at the gateway; it is tried again in a moment: {}",
                    why.toString());
        }
    }

    private void keep(RoomStore.AtGateway room) {
        if (gateway.isThere()) {
            if (room.isOpen()) {
                gateway.keep(room.room(), heard(room));
            } else {
                gateway.close(room.room());
                store.goneFromGateway(room.room().room());
            }
        } else if (room.isOpen() && !gateway.reaches(room.room())) {
            transaction.executeWithoutResult(status -> {
                hold.take(room.meeting());
                store.open(room.meeting())
                        .filter(it -> it.id().equals(room.room().room()))
                        .ifPresent(it -> rooms.anew(room.meeting()));
            });
            LOG.warn("A conference goes on in a new room: the gateway stays away");
        }
    }

    private Map<LineId, Boolean> heard(RoomStore.AtGateway room) {
        var heard = new HashMap<LineId, Boolean>();
        scenes.of(room.meeting())
                .filter(it -> it.room().id().equals(room.room().room()))
                .ifPresent(scene -> scene.people().forEach(it -> heard.put(it.line(), it.heard())));
        return heard;
    }
}
