package de.ratssaal.conference;

import de.ratssaal.identity.PersonId;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Without anything to install from browser to browser: they find each other over our own lines, which follow the database, and who
 * has no line there is in no room. Where there is a {@link Gateway}, over that; each room is one or the other from its beginning to
 * its end.
 *
 * <p>The gateway is told within the act, and once more when the act stands, or does not.
 */
@Component
class EmbeddedProvider implements ConferenceProvider, Broadcastable {

    static final String NAME = "EMBEDDED";

    /** From browser to browser each sends their picture to each other: more of them is more than a household's line carries. */
    private static final int MOST_PICTURES = 4;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long NUMBERS = 1L << 52; // JSON counts them exactly

    private final ConferenceSettings settings;
    private final RoomStore store;
    private final Gateway gateway;
    private final ObjectProvider<KeepGateway> keeping;

    EmbeddedProvider(
            ConferenceSettings settings, RoomStore store, Gateway gateway, ObjectProvider<KeepGateway> keeping) {
        this.settings = settings;
        this.store = store;
        this.gateway = gateway;
        this.keeping = keeping;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String provider() {
        return NAME;
    }

    @Override
    public boolean isSetUp() {
        return true;
    }

    @Override
    public int mostPictures(Room room) {
        return store.gatewayRoom(room.id()).isPresent() ? gateway.mostPictures() : MOST_PICTURES;
    }

    @Override
    public Map<String, Object> entry(Room room, PersonId person, String personName, String ticket) {
        var entry = new HashMap<String, Object>(
                Map.of("provider", NAME, "ticket", ticket, "iceServers", settings.forBrowsers()));
        entry.put("gateway", store.gatewayRoom(room.id()).isPresent());
        return Map.copyOf(entry);
    }

    @Override
    public void opening(Room room) {
        gateway.name()
                .filter(it -> gateway.isThere())
                .ifPresent(it -> store.atGateway(new GatewayRoom(
                        room.id(), it, RANDOM.nextLong(1, NUMBERS), Tickets.random(), Tickets.random())));
    }

    @Override
    public boolean reaches(Room room) {
        return store.gatewayRoom(room.id()).map(gateway::reaches).orElse(true);
    }

    @Override
    public void closing(Room room) {
        tell(room, gateway::close);
    }

    @Override
    public void puttingOut(Room room, PersonId person) {
        store.line(room.id(), person).ifPresent(line -> tell(room, it -> gateway.putOut(it, line.id())));
    }

    @Override
    public void hearing(Room room, Set<PersonId> heard) {
        tell(
                room,
                it -> gateway.moderate(
                        it,
                        store.lines(room.id()).stream()
                                .collect(Collectors.toMap(RoomStore.Line::id, line -> heard.contains(line.person())))));
    }

    private void tell(Room room, Consumer<GatewayRoom> what) {
        store.gatewayRoom(room.id()).ifPresent(it -> {
            afterwards();
            if (gateway.reaches(it)) {
                what.accept(it);
            }
        });
    }

    /** Who came in between the telling and the end of the act, or was told of an act that came to nothing, is set right. */
    private void afterwards() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    keeping.getObject().ask();
                }
            });
        }
    }

    @Override
    public boolean canForward(Room room) {
        return store.gatewayRoom(room.id()).filter(gateway::reaches).isPresent();
    }

    @Override
    public Optional<Forwarding> forward(Room room, PersonId person, RtpTarget to) {
        return store.gatewayRoom(room.id())
                .filter(gateway::reaches)
                .flatMap(it ->
                        gateway.forward(it, () -> store.line(room.id(), person).map(RoomStore.Line::id), to));
    }
}
