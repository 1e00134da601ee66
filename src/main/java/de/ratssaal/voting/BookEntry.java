package de.ratssaal.voting;

import java.time.Instant;
import java.util.UUID;

/**
 * One resolution in the book of an organization's resolutions, in whatever way it was taken.
 *
 * @param title its question
 * @param wording as it was voted on; empty if there is none
 * @param isInWriting whether it was taken between meetings
 * @param address of the page below {@code /app} where more is read
 */
public record BookEntry(
        UUID id,
        String title,
        String wording,
        Outcome outcome,
        boolean isPublic,
        boolean isInWriting,
        Instant decidedAt,
        String address) {}
