package de.ratssaal.display.portal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many may follow meetings live at once, on one node. Whoever comes too late has the same page and sees it renewed now and
 * then.
 *
 * @param listeners connections at most
 * @param listenersPerAddress of them from one network address; behind one there may be a whole town hall
 */
@ConfigurationProperties("ratssaal.live")
record LiveSettings(
        @DefaultValue("5000") int listeners,
        @DefaultValue("500") int listenersPerAddress) {}
