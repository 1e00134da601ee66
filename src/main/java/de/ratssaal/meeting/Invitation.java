package de.ratssaal.meeting;

import de.ratssaal.identity.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One member's invitation to a meeting.
 *
 * @param sentAt when the meeting was convened
 * @param deliveredAt when it reached the member; none while it is under way or after a failure
 * @param way how it reached them
 * @param failure why it could not be delivered, as the mail server said it, or the key of a sentence
 * @param openedAt when the member first opened the meeting in the application
 */
public record Invitation(
        PersonId person,
        Instant sentAt,
        @Nullable Instant deliveredAt,
        @Nullable DeliveryWay way,
        @Nullable String failure,
        @Nullable Instant openedAt) {}
