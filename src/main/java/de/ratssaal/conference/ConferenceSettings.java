package de.ratssaal.conference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the video conference.
 *
 * @param provider name of the {@link ConferenceProvider}
 * @param iceServers by which browsers find each other beyond one network; none, unless the operator names their own
 */
@ConfigurationProperties("ratssaal.conference")
public record ConferenceSettings(
        @DefaultValue(EmbeddedProvider.NAME) String provider,
        @DefaultValue List<IceServer> iceServers) {

    /**
     * A STUN or TURN server.
     *
     * @param urls such as {@code turns:turn.example:443}
     * @param username empty for a STUN server
     * @param credential empty for a STUN server; given to everybody who is let in
     */
    public record IceServer(
            List<String> urls,
            @DefaultValue("") String username,
            @DefaultValue("") String credential) {

        public IceServer {
            urls = List.copyOf(urls);
            if (urls.isEmpty() || urls.stream().anyMatch(it -> !it.matches("(stuns?|turns?):.+"))) {
                throw new IllegalArgumentException("not addresses of a STUN or TURN server: " + urls);
            }
        }

        @Override
        public String toString() {
            return urls.toString();
        }
    }

    public ConferenceSettings {
        iceServers = List.copyOf(iceServers);
    }

    /** As RTCPeerConnection wants them. */
    List<Map<String, Object>> forBrowsers() {
        return iceServers.stream()
                .map(it -> {
                    var server = new HashMap<String, Object>(Map.of("urls", it.urls()));
                    if (!it.username().isEmpty()) {
                        server.put("username", it.username());
                        server.put("credential", it.credential());
                    }
                    return Map.copyOf(server);
                })
                .toList();
    }
}
