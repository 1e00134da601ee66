package de.ratssaal.conference.janus;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the gateway.
 *
 * @param use whether one is used
 * @param address {@code ws://} or {@code wss://}, of one that the operator runs; without it the application starts its own where the
 *     program is installed
 * @param secret the {@code api_secret} of the operator's
 * @param rtpPorts UDP ports of the application's own
 * @param publicAddress by which browsers reach the application's own if that is not the address of its machine
 * @param mostPictures how many at once send a picture in a room; 0: five for each core of this machine
 */
@ConfigurationProperties("ratssaal.conference.janus")
record JanusSettings(
        @DefaultValue("AUTO") Use use,
        @Nullable URI address,
        @DefaultValue("") String secret,
        @DefaultValue("20000-20999") String rtpPorts,
        @DefaultValue("") String publicAddress,
        @DefaultValue("0") int mostPictures) {

    enum Use {
        AUTO,
        NEVER
    }

    private static final int FEWEST = 4;
    private static final int PER_CORE = 5;

    /** More than that no browser shows at once. */
    private static final int MOST = 25;

    JanusSettings {
        if (address != null && !address.toString().matches("wss?://[^\\s]+")) {
            throw new IllegalArgumentException("not an address of Janus: " + address);
        }
        if (!rtpPorts.matches("\\d{4,5}-\\d{4,5}")) {
            throw new IllegalArgumentException("not a range of ports: " + rtpPorts);
        }
        if (!publicAddress.matches("[0-9a-fA-F.:]*")) {
            throw new IllegalArgumentException("not an IP address: " + publicAddress);
        }
        if (mostPictures < 0) {
            throw new IllegalArgumentException("not a number of pictures: " + mostPictures);
        }
    }

    int picturesOn(int cores) {
        return mostPictures > 0 ? mostPictures : Math.clamp((long) PER_CORE * cores, FEWEST, MOST);
    }

    @Override
    public String toString() {
        return "JanusSettings[use=%s, address=%s]".formatted(use, address);
    }
}
