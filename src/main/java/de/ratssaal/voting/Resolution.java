package de.ratssaal.voting;

import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of an item, with the wording that was voted on.
 *
 * @param poll the poll that decided; none where no vote was needed
 * @param fingerprint SHA-256 of what was voted on, see {@link PollQuestion#fingerprint()}
 * @param isPublic whether the item was public
 */
public record Resolution(
        UUID id,
        MeetingId meeting,
        AgendaItemId item,
        @Nullable PollId poll,
        Outcome outcome,
        String question,
        String wording,
        @Nullable String proposal,
        String fingerprint,
        boolean isPublic,
        Instant decidedAt) {}
