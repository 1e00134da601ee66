package de.ratssaal.calendar;

import java.net.URI;

/**
 * A feed that was just made.
 *
 * @param address secret: whoever knows it reads the meetings
 */
public record NewFeed(FeedId id, URI address) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "feed " + id;
    }
}
