package de.ratssaal.calendar;

import java.util.UUID;

/** Identifies a period that a body keeps free of meetings. */
public record FreePeriodId(UUID value) {

    public static FreePeriodId next() {
        return new FreePeriodId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
