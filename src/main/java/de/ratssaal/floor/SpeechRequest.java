package de.ratssaal.floor;

import de.ratssaal.identity.PersonId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who asked for the floor.
 *
 * @param placedByChair whether the chair gave it its place, not the rule
 * @param replyTo the speech it answers; only a reply has one
 * @param spoken how long they have spoken, without what runs now
 * @param runningSince since when their time runs; none while it does not
 * @param allowed how long they may speak, all in all; none if that has no limit
 */
public record SpeechRequest(
        RequestId id,
        SpeechKind kind,
        RequestState state,
        Speaker speaker,
        Instant requestedAt,
        boolean placedByChair,
        @Nullable RequestId replyTo,
        Duration spoken,
        @Nullable Instant runningSince,
        @Nullable Duration allowed) {

    public boolean isOf(@Nullable PersonId person) {
        return person != null && person.equals(speaker.person());
    }

    /** Whether the rules leave no time for it. */
    public boolean isTimeUsedUp() {
        return state == RequestState.WAITING && allowed != null && allowed.isZero();
    }

    SpeechRequest asToldOutside() {
        return new SpeechRequest(
                id,
                kind,
                state,
                speaker.asToldOutside(),
                requestedAt,
                placedByChair,
                replyTo,
                spoken,
                runningSince,
                allowed);
    }
}
