package de.ratssaal.offline;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How meetings are taken along, as settings {@code ratssaal.offline.…}.
 *
 * @param lease how long a device may keep meetings without contact
 */
@ConfigurationProperties("ratssaal.offline")
public record OfflineSettings(@DefaultValue("14d") Duration lease) {

    public OfflineSettings {
        if (lease.compareTo(Duration.ofHours(1)) < 0) {
            throw new IllegalArgumentException("ratssaal.offline.lease is at least one hour, not " + lease);
        }
    }
}
