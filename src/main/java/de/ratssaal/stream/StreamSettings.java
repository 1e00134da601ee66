package de.ratssaal.stream;

import de.ratssaal.stream.media.Format;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the public stream.
 *
 * @param ffmpeg name of the program, or where it lies; empty for no stream of our own
 * @param host address at which this server receives sound and picture from the gateway
 * @param height of the picture in pixels
 * @param perSecond pictures
 * @param kilobits a second of the picture, at most
 */
@ConfigurationProperties("ratssaal.stream")
public record StreamSettings(
        @DefaultValue("ffmpeg") String ffmpeg,
        @DefaultValue("127.0.0.1") String host,
        @DefaultValue("720") int height,
        @DefaultValue("25") int perSecond,
        @DefaultValue("1500") int kilobits) {

    Format format() {
        return new Format(height, perSecond, kilobits);
    }
}
