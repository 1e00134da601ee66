package de.ratssaal.conference.jitsi;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the operator's Jitsi. Empty ones are not set.
 *
 * @param address as browsers reach it, such as {@code https://video.stadt.example}
 * @param appId by which Jitsi knows this application ({@code JWT_APP_ID} there)
 * @param secret with which tokens are signed ({@code JWT_APP_SECRET} there)
 * @param eventsSecret with which Jitsi shows that it is Jitsi when it tells who came and went
 * @param domain Jitsi's own name inside ({@code XMPP_DOMAIN} there)
 * @param rooms its name for the rooms ({@code XMPP_MUC_DOMAIN} there)
 * @param prosody where its Prosody answers HTTP inside, such as {@code http://xmpp.meet.jitsi:5280}
 */
@ConfigurationProperties("ratssaal.conference.jitsi")
record JitsiSettings(
        @DefaultValue("") String address,
        @DefaultValue("") String appId,
        @DefaultValue("") String secret,
        @DefaultValue("") String eventsSecret,
        @DefaultValue("meet.jitsi") String domain,
        @DefaultValue("muc.meet.jitsi") String rooms,
        @DefaultValue("") String prosody) {

    /** HMAC with SHA-256 needs as much (RFC 7518, 3.2). */
    private static final int SHORTEST_SECRET = 32;

    JitsiSettings {
        if (!address.isEmpty() && !isOrigin(address)) {
            throw new IllegalArgumentException(
                    "ratssaal.conference.jitsi.address is not like https://video.example: " + address);
        }
        if (!prosody.isEmpty() && !isOrigin(prosody)) {
            throw new IllegalArgumentException(
                    "ratssaal.conference.jitsi.prosody is not like http://xmpp.meet.jitsi:5280: " + prosody);
        }
        requireLong("secret", secret);
        requireLong("events-secret", eventsSecret);
    }

    private static boolean isOrigin(String address) {
        return address.matches("https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?")
                && URI.create(address).getHost() != null;
    }

    private static void requireLong(String name, String secret) {
        if (!secret.isEmpty() && secret.getBytes(StandardCharsets.UTF_8).length < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "ratssaal.conference.jitsi.%s is shorter than %d characters".formatted(name, SHORTEST_SECRET));
        }
    }

    boolean isSetUp() {
        return !address.isEmpty() && !appId.isEmpty() && !secret.isEmpty();
    }

    @Override
    public String toString() {
        return "Jitsi at " + (address.isEmpty() ? "no address" : address);
    }
}
