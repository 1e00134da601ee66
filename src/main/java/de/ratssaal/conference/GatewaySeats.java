package de.ratssaal.conference;

import de.ratssaal.identity.Access;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Brings pages into the rooms of a {@link Gateway}: those with a line, and as long as they have it. */
@Component
public class GatewaySeats {

    private final Gateway gateway;
    private final RoomStore store;
    private final Scenes scenes;
    private final Access access;

    GatewaySeats(Gateway gateway, RoomStore store, Scenes scenes, Access access) {
        this.gateway = gateway;
        this.store = store;
        this.scenes = scenes;
        this.access = access;
    }

    /**
     * For the application itself.
     *
     * @param node the server to which the page is connected: once its line leads to another one, it has its place there
     * @param teller tells the page something, and does not wait until it has heard it
     * @return none if the room runs from browser to browser
     */
    public Optional<Gateway.Seat> seat(Lines.Entered at, UUID node, Consumer<Map<String, Object>> teller) {
        access.requireSystem();
        return store.gatewayRoom(at.room()).map(it -> gateway.seat(it, at.line(), page(at, node, teller)));
    }

    private Gateway.Page page(Lines.Entered at, UUID node, Consumer<Map<String, Object>> teller) {
        return new Gateway.Page() {

            @Override
            public void tell(Map<String, Object> what) {
                teller.accept(what);
            }

            @Override
            public boolean isIn() {
                return here().isPresent();
            }

            @Override
            public boolean mayBeHeard() {
                return here().map(Taking::heard).orElse(false);
            }

            private Optional<Taking> here() {
                return scenes
                        .of(at.meeting())
                        .filter(it -> it.room().id().equals(at.room()) && store.leadsTo(at.line(), node))
                        .stream()
                        .flatMap(it -> it.people().stream())
                        .filter(it -> it.line().equals(at.line()))
                        .findFirst();
            }
        };
    }
}
