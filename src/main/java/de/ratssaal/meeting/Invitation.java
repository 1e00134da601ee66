package de.ratssaal.meeting;

import de.ratssaal.identity.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One member's invitation to a meeting.
 *
 * @param channel the way on which it went out, as the member agreed
 * @param standsInFor the member who cannot come, if it is the invitation of a substitute
 * @param times how often the person was invited to this meeting: a substitute can be called again, a meeting be moved
 * @param sentAt when it went out
 * @param deliveredAt when it reached the member; none while it is under way or after a failure
 * @param way how it reached them
 * @param failure why it could not be delivered, as the mail server said it, or the key of a sentence
 * @param openedAt when the member first opened the meeting, or its packet, in the application
 * @param withdrawnAt when a substitute was told that they are not needed after all
 */
public record Invitation(
        PersonId person,
        Channel channel,
        @Nullable PersonId standsInFor,
        int times,
        Instant sentAt,
        @Nullable Instant deliveredAt,
        @Nullable DeliveryWay way,
        @Nullable String failure,
        @Nullable Instant openedAt,
        @Nullable Instant withdrawnAt) {

    /** Whether it still holds. */
    public boolean isStanding() {
        return withdrawnAt == null;
    }
}
