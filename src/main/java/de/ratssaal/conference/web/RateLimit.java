package de.ratssaal.conference.web;

/** How many messages a browser may send: many at once while connections are made, and few on average. */
final class RateLimit {

    private final double most;
    private final double perSecond;
    private double left;
    private long at;

    /**
     * @param most at once
     * @param perSecond on average
     * @param nanos now, of a clock that never goes back
     */
    RateLimit(int most, int perSecond, long nanos) {
        this.most = most;
        this.perSecond = perSecond;
        this.left = most;
        this.at = nanos;
    }

    /** Whether one more is within the limit. */
    synchronized boolean allows(long nanos) {
        left = Math.min(most, left + (nanos - at) / 1e9 * perSecond);
        at = nanos;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
