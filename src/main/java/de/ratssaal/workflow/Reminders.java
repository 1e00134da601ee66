package de.ratssaal.workflow;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/**
 * When whoever lets a deadline run is reminded, in working days. 0 means never.
 *
 * @param before so many days before the last day, once
 * @param every after the last day: on the next day, and every so many days from then on
 * @param escalateAfter so many days after the last day the office that wrote the paper and the secretariat are told
 */
@Embeddable
public record Reminders(
        @Column(name = "remind_before", nullable = false, updatable = false)
        int before,

        @Column(name = "remind_every", nullable = false, updatable = false)
        int every,

        @Column(name = "escalate_after", nullable = false, updatable = false)
        int escalateAfter) {

    /** What is usual. */
    public static final Reminders USUAL = new Reminders(1, 2, 5);

    /** What processes that were laid down before there were reminders have, and steps without a deadline. */
    public static final Reminders NONE = new Reminders(0, 0, 0);

    /** Longest time between reminders, in working days. */
    public static final int LONGEST = 30;

    boolean areLawful() {
        return isLawful(before) && isLawful(every) && isLawful(escalateAfter);
    }

    private static boolean isLawful(int days) {
        return days >= 0 && days <= LONGEST;
    }

    /**
     * Which reminder is the latest that is due: 0 for none yet, 1 for the one before the last day, 2 for the first after it.
     *
     * @param asked day on which the office was asked: nobody is reminded at once
     * @param due last day
     */
    int latest(LocalDate asked, LocalDate due, OfficeDay today) {
        var overdue = after(due, today);
        if (overdue > 0) {
            return 1 + overdue;
        }
        if (before == 0 || today.date().isAfter(due)) {
            return 0;
        }
        var day = today.workingDays().before(due, before);
        return day.isAfter(asked) && !today.date().isBefore(day) ? 1 : 0;
    }

    /** How many reminders were due after the last day. */
    int after(LocalDate due, OfficeDay today) {
        var late = today.workingDays().between(due, today.date());
        return every == 0 || late == 0 ? 0 : 1 + (late - 1) / every;
    }

    /** Whether it has waited so long that others are told. */
    boolean areEscalated(LocalDate due, OfficeDay today) {
        return escalateAfter > 0 && today.workingDays().between(due, today.date()) >= escalateAfter;
    }
}
