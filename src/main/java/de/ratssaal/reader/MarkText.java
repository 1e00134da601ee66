package de.ratssaal.reader;

import java.time.Instant;
import java.util.UUID;

/**
 * What a note says.
 *
 * @param id of the operation that wrote it
 */
public record MarkText(UUID id, String text, Instant writtenAt) {}
