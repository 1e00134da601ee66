package de.ratssaal.stream.media;

import java.time.Duration;

/**
 * A piece of the stream that can be shown on its own.
 *
 * @param at where it begins, from the beginning of the take
 * @param bytes an MPEG transport stream with H.264 and AAC
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Segment(Duration at, Duration length, byte[] bytes) {}
