package de.ratssaal.floor;

import de.ratssaal.meeting.AgendaItemId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody said: when and for how long, as the minutes need it.
 *
 * @param until none while they have the floor
 * @param spoken without pauses, up to the last of them
 */
public record Speech(
        RequestId id,
        AgendaItemId item,
        SpeechKind kind,
        Speaker speaker,
        Instant from,
        @Nullable Instant until,
        Duration spoken) {}
