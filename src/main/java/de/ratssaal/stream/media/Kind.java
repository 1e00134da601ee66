package de.ratssaal.stream.media;

/**
 * What a flow of RTP carries.
 *
 * @param payloadType as written into each packet
 * @param ticks of its time stamps, for a second (RFC 7587, RFC 7741)
 * @param fillMillis how often something is sent when nothing comes
 */
record Kind(int payloadType, int ticks, int fillMillis, boolean isPicture) {

    static final Kind SOUND = new Kind(111, 48_000, 20, false);

    static final Kind PICTURE = new Kind(96, 90_000, 200, true);

    /** @param nanos of some hours at most, so that nothing overflows */
    long ticksIn(long nanos) {
        return nanos / 1_000 * ticks / 1_000_000;
    }
}
