package de.ratssaal.stream.media;

import java.nio.ByteBuffer;
import java.util.Optional;

/** A packet of RTP (RFC 3550, 5.1) within its bytes. */
final class RtpPacket {

    static final int HEAD = 12;

    private static final int VERSION = 2;

    private final byte[] bytes;
    private final int length;
    private final int payload;

    private RtpPacket(byte[] bytes, int length, int payload) {
        this.bytes = bytes;
        this.length = length;
        this.payload = payload;
    }

    /** @return none if these bytes are no such packet, or it has no payload */
    static Optional<RtpPacket> of(byte[] bytes, int length) {
        if (length <= HEAD || (bytes[0] & 0xff) >> 6 != VERSION) {
            return Optional.empty();
        }
        var payload = HEAD + 4 * (bytes[0] & 0x0f);
        if ((bytes[0] & 0x10) != 0 && payload + 4 <= length) {
            payload += 4 + 4 * ByteBuffer.wrap(bytes).getChar(payload + 2);
        }
        return payload < length ? Optional.of(new RtpPacket(bytes, length, payload)) : Optional.empty();
    }

    int sequence() {
        return ByteBuffer.wrap(bytes).getChar(2);
    }

    int timestamp() {
        return ByteBuffer.wrap(bytes).getInt(4);
    }

    int source() {
        return ByteBuffer.wrap(bytes).getInt(8);
    }

    /** Whether a whole picture begins with it (RFC 7741, 4.2 and 4.3). */
    boolean beginsWholePicture() {
        var at = payload;
        var first = bytes[at++];
        if ((first & 0x10) == 0 || (first & 0x07) != 0) {
            return false; // not the start of the first partition
        }
        if ((first & 0x80) != 0 && at < length) {
            var more = bytes[at++];
            if ((more & 0x80) != 0 && at < length) {
                at += (bytes[at] & 0x80) != 0 ? 2 : 1;
            }
            at += (more & 0x40) != 0 ? 1 : 0;
            at += (more & 0x30) != 0 ? 1 : 0;
        }
        return at < length && (bytes[at] & 0x01) == 0;
    }

    /** The same payload under another head: without extension and without contributing sources. */
    byte[] under(int payloadType, int sequence, int timestamp, int source) {
        return packet(
                payloadType,
                (bytes[1] & 0x80) != 0,
                sequence,
                timestamp,
                source,
                java.util.Arrays.copyOfRange(bytes, payload, length));
    }

    static byte[] packet(int payloadType, boolean marker, int sequence, int timestamp, int source, byte[] payload) {
        return ByteBuffer.allocate(HEAD + payload.length)
                .put((byte) (VERSION << 6))
                .put((byte) (payloadType | (marker ? 0x80 : 0)))
                .putShort((short) sequence)
                .putInt(timestamp)
                .putInt(source)
                .put(payload)
                .array();
    }
}
