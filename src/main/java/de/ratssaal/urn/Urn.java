package de.ratssaal.urn;

import de.ratssaal.ballot.EventChain;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.teller.CeremonyId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a secret vote by device is, as it is stored, without its long texts.
 *
 * @param attempt counts how often registrations were begun
 * @param collector node that collects registrations
 * @param collectorKey under which other nodes seal what they hand on to it
 * @param tellersFile hash of the public part of the tellers' key
 * @param createdAt time that the record names; none before the opening, as for all that follows
 * @param ballots how many were cast, once the urn is shut
 * @param counts how often each place of the ballot was marked, as the record has them; empty before there is a result
 */
record Urn(
        SecretPollId poll,
        MatterKind kind,
        MeetingId meeting,
        AgendaItemId item,
        CeremonyId ceremony,
        String uuid,
        UrnState state,
        int attempt,
        String collector,
        String collectorKey,
        int threshold,
        String tellersFile,
        @Nullable Instant createdAt,
        @Nullable Integer ballots,
        @Nullable String head,
        int height,
        @Nullable String openingHead,
        @Nullable String closingHead,
        @Nullable String resultHead,
        List<Integer> counts,
        @Nullable String cancelledFor) {

    Urn {
        counts = List.copyOf(counts);
    }

    EventChain chain() {
        return new EventChain(head, height);
    }
}
