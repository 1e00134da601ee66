package de.ratssaal.workflow;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.organization.BodyId;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits for an office or a secretariat. It belongs to the office, not to a person: whoever heads it on the day
 * or stands in has it.
 *
 * @param body whose offices or secretariat have it
 * @param key names this very asking: if the same is asked again, it is another task
 * @param number of the paper
 * @param title of the paper as it is being written; never for a mail
 * @param office whose task it is; none for the secretariat
 * @param officeName empty for the secretariat; of the office that is late if that one is to be asked
 * @param due last day; none if there is no deadline
 * @param daysLeft calendar days to the deadline, negative after it; 0 without a deadline
 * @param reminder the latest reminder that is due: 0 for none yet, 1 for the one before the last day, 2 for the first after it
 */
public record Task(
        BodyId body,
        UUID key,
        TaskKind kind,
        PaperId paper,
        String number,
        PaperType type,
        String title,
        @Nullable OrganizationId office,
        String officeName,
        Instant since,
        @Nullable LocalDate due,
        long daysLeft,
        int reminder) {

    public boolean isOverdue() {
        return due != null && daysLeft < 0;
    }

    /** How often it was to be done after the last day. */
    public int timesOverdue() {
        return Math.max(0, reminder - 1);
    }

    /** Whether the last day is today or tomorrow. */
    public boolean isPressing() {
        return due != null && daysLeft >= 0 && daysLeft <= 1;
    }
}
