package de.ratssaal.calendar;

import java.util.UUID;

/** Identifies a series of meetings that is planned in one step. */
public record SeriesId(UUID value) {

    public static SeriesId next() {
        return new SeriesId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
