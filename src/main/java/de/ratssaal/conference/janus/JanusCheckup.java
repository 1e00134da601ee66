package de.ratssaal.conference.janus;

import static de.ratssaal.conference.Check.State.FAILING;
import static de.ratssaal.conference.Check.State.OK;
import static de.ratssaal.conference.Check.State.WARNING;

import de.ratssaal.conference.Check;
import de.ratssaal.conference.Checkup;
import de.ratssaal.conference.GatewayRoom;
import de.ratssaal.conference.RoomId;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whether the gateway answers, and whether a room can be made there. */
@Component
class JanusCheckup implements Checkup {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final JanusGateway gateway;

    JanusCheckup(JanusGateway gateway) {
        this.gateway = gateway;
    }

    @Override
    public List<Check> checks() {
        if (gateway.name().isEmpty()) {
            return List.of(new Check("no-janus", WARNING));
        }
        var where = gateway.where();
        if (!gateway.isThere()) {
            return List.of(new Check("janus.connection", FAILING, where));
        }
        return List.of(
                new Check("janus.connection", OK, where),
                new Check("janus.room", makesRoom() ? OK : FAILING),
                new Check("janus.pictures", gateway.mostPictures() > 4 ? OK : WARNING, "" + gateway.mostPictures()));
    }

    private boolean makesRoom() {
        var secret = UUID.randomUUID().toString();
        var room = new GatewayRoom(RoomId.next(), gateway.where(), RANDOM.nextLong(1, 1L << 52), secret, secret);
        try {
            gateway.create(gateway.connected(), room);
            gateway.close(room);
            return true;
        } catch (JanusTrouble e) {
            return false;
        }
    }
}
