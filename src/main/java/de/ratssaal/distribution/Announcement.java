package de.ratssaal.distribution;

import java.time.Instant;

/**
 * What was announced to the public.
 *
 * @param number 1, or more for a correction
 */
public record Announcement(int number, Instant publishedAt, OfficialLetter letter) {}
