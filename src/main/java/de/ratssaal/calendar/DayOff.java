package de.ratssaal.calendar;

import java.time.LocalDate;

/** Days on which one would rather not meet. */
public sealed interface DayOff {

    LocalDate first();

    /** Included. */
    LocalDate last();

    default boolean isOn(LocalDate day) {
        return !day.isBefore(first()) && !day.isAfter(last());
    }

    /** A public holiday of the Land. */
    record Holiday(LocalDate first, PublicHoliday holiday) implements DayOff {

        @Override
        public LocalDate last() {
            return first;
        }
    }

    /** School holidays, or what the body keeps free. */
    record Period(FreePeriod period) implements DayOff {

        @Override
        public LocalDate first() {
            return period.first();
        }

        @Override
        public LocalDate last() {
            return period.last();
        }
    }
}
