package de.ratssaal.urn;

import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;

/**
 * What is decided by a secret vote by device, as far as the urn has to know it.
 *
 * @param title what it is called
 * @param isPublic whether everybody may know of it
 * @param doRecusedVote whether whoever is recused on the item votes like everybody else (R7)
 * @param isToCome whether it can still be put to the vote
 * @param holds whether its result counts
 */
public record Matter(
        SecretPollId id,
        MatterKind kind,
        MeetingId meeting,
        AgendaItemId item,
        String title,
        boolean isPublic,
        boolean doRecusedVote,
        boolean isToCome,
        boolean holds) {}
