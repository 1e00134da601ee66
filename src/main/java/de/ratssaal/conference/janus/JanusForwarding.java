package de.ratssaal.conference.janus;

import de.ratssaal.conference.Broadcastable.Forwarding;
import de.ratssaal.conference.Broadcastable.RtpTarget;
import de.ratssaal.conference.Gateway.LineSource;
import de.ratssaal.conference.GatewayRoom;
import de.ratssaal.conference.LineId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** What somebody sends goes elsewhere as well, and does so again after they or Janus were away. */
final class JanusForwarding implements Forwarding {

    private static final Logger LOG = LoggerFactory.getLogger(JanusForwarding.class);

    private final JanusGateway gateway;
    private final GatewayRoom room;
    private final LineSource source;
    private final RtpTarget to;
    private @Nullable LineId line;
    private Set<Long> streams = Set.of();
    private boolean closed;

    JanusForwarding(JanusGateway gateway, GatewayRoom room, LineSource source, RtpTarget to) {
        this.gateway = gateway;
        this.room = room;
        this.source = source;
        this.to = to;
    }

    /** @return whether they send something */
    synchronized boolean begin() {
        var now = source.line();
        if (closed || now.isEmpty()) {
            return false;
        }
        var request = JanusGateway.request("rtp_forward", room);
        request.put("publisher_id", JanusGateway.number(now.get()));
        request.put("host", to.host());
        request.put(
                "streams",
                List.of(
                        Map.of("mid", JanusSeat.SOUND, "port", to.soundPort(), "ssrc", to.source()),
                        Map.of("mid", JanusSeat.PICTURE, "port", to.picturePort(), "ssrc", to.source())));
        try {
            streams = numbers(gateway.govern(request).path("forwarders"));
        } catch (JanusTrouble e) {
            LOG.debug("They send nothing", e);
            return false;
        }
        line = now.get();
        wholePicture();
        return true;
    }

    private static Set<Long> numbers(JsonNode forwarders) {
        var all = new HashSet<Long>();
        forwarders.forEach(it -> all.add(it.path("stream_id").asLong()));
        return all;
    }

    synchronized void keep() {
        if (closed) {
            return;
        }
        try {
            var there = new HashSet<Long>();
            gateway.govern(JanusGateway.request("listforwarders", room))
                    .path("publishers")
                    .forEach(it -> there.addAll(numbers(it.path("forwarders"))));
            var now = source.line();
            if (!there.containsAll(streams) || now.isPresent() && !now.get().equals(line)) {
                stop();
                begin();
            }
        } catch (JanusTrouble e) {
            LOG.debug("The room is not there", e);
        }
    }

    private void stop() {
        var from = line;
        if (from == null) {
            return;
        }
        for (var stream : streams) {
            var request = JanusGateway.request("stop_rtp_forward", room);
            request.put("publisher_id", JanusGateway.number(from));
            request.put("stream_id", stream);
            try {
                gateway.govern(request);
            } catch (JanusTrouble e) {
                LOG.debug("Had ended already", e);
            }
        }
        streams = Set.of();
        line = null;
    }

    @Override
    public synchronized void wholePicture() {
        if (line != null) {
            gateway.wholePicture(line);
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            gateway.over(this);
            stop();
        }
    }
}
