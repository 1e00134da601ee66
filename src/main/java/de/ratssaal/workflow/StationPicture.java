package de.ratssaal.workflow;

import de.ratssaal.identity.OrganizationId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One office, or the secretariat, in the picture of a process.
 *
 * @param office none for the secretariat
 * @param officeName empty for the secretariat
 * @param head name of who heads the office today; none if nobody does
 * @param standsIn name of who stands in for the head today
 * @param due last day of the deadline; none if there is none
 * @param by what was done last, if anything was
 * @param isOutdated whether it was done for an earlier text and still counts
 * @param isKept whether it was done in an earlier round and still holds
 * @param isOverdue whether it is asked and the deadline is over
 * @param reminders how often it was to be reminded after its last day
 * @param isEscalated whether the office that wrote the paper and the secretariat were told that it keeps them waiting
 * @param mayDecide whether whoever looks may act for it now
 * @param mayPassOver whether whoever looks may go on without it
 */
public record StationPicture(
        StationId id,
        @Nullable OrganizationId office,
        String officeName,
        @Nullable String head,
        @Nullable String standsIn,
        StationState state,
        @Nullable Instant askedAt,
        @Nullable LocalDate due,
        @Nullable ActSummary by,
        boolean isOutdated,
        boolean isKept,
        boolean isOverdue,
        int reminders,
        boolean isEscalated,
        boolean mayDecide,
        boolean mayPassOver) {}
