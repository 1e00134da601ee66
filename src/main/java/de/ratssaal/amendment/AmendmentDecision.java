package de.ratssaal.amendment;

import de.ratssaal.meeting.AgendaItemId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of an amendment on an item.
 *
 * @param isFinal whether those decided who decide on the paper; others only recommend
 * @param count votes as counted by hand; none if they were not noted
 * @param by name of who noted it
 */
public record AmendmentDecision(
        AmendmentId amendment,
        AgendaItemId item,
        AmendmentOutcome outcome,
        boolean isFinal,
        @Nullable Count count,
        Instant at,
        String by) {}
