package de.ratssaal.packet;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How packets are bound, as settings {@code ratssaal.packet.…}.
 *
 * @param memory how much heap the process that binds may take
 * @param documentTime how long it may take over one document
 * @param maxSize largest packet
 * @param settle how long nothing may have changed before packets are bound by themselves
 */
@ConfigurationProperties("ratssaal.packet")
public record PacketSettings(
        @DefaultValue("256MB") DataSize memory,
        @DefaultValue("2m") Duration documentTime,
        @DefaultValue("2GB") DataSize maxSize,
        @DefaultValue("20s") Duration settle) {}
