package de.ratssaal.stream.media;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is sent when nobody is heard or seen: the flow never ends, so that nothing behind it waits.
 *
 * @param payloads of the packets that make up one piece; the last one ends it
 */
record Filler(List<byte[]> payloads) {

    /** 20 ms of silence in Opus (RFC 6716): full band, no energy. */
    static final Filler SILENCE = new Filler(List.of(new byte[] {(byte) 0xf8, (byte) 0xff, (byte) 0xfe}));

    private static final int LARGEST = 1_100;
    private static final byte FIRST = 0x10;

    Filler {
        payloads = List.copyOf(payloads);
    }

    /** A whole picture in VP8, cut into packets as RFC 7741 has it. */
    static Filler picture(byte[] frame) {
        var payloads = new ArrayList<byte[]>();
        for (var from = 0; from < frame.length; from += LARGEST) {
            var part = Arrays.copyOfRange(frame, from, Math.min(frame.length, from + LARGEST));
            var payload = new byte[part.length + 1];
            payload[0] = from == 0 ? FIRST : 0;
            System.arraycopy(part, 0, payload, 1, part.length);
            payloads.add(payload);
        }
        return new Filler(payloads);
    }
}
