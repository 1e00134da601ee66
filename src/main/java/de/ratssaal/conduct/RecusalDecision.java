package de.ratssaal.conduct;

import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.voting.Tally;
import java.time.Instant;
import java.util.UUID;

/**
 * Whether a member is recused on an item, as the meeting decided it without them.
 *
 * @param votes on that they are
 */
public record RecusalDecision(
        UUID id, AgendaItemId item, PersonId person, Tally votes, boolean isRecused, Instant at) {}
