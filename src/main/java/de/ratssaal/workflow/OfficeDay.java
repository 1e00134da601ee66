package de.ratssaal.workflow;

import java.time.LocalDate;

/** Today at the offices of a body, and on which days they work. */
record OfficeDay(LocalDate date, WorkingDays workingDays) {

    boolean isWorkingDay() {
        return workingDays.isOne(date);
    }
}
