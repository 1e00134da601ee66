package de.ratssaal.distribution;

import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.Channel;
import de.ratssaal.meeting.DeliveryWay;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How something reached one person.
 *
 * @param deliveredAt none while it is under way or after a failure
 * @param failure what the mail server said, or the key of a sentence
 * @param openedAt when they first opened the meeting afterwards
 */
public record Delivery(
        PersonId person,
        Channel channel,
        @Nullable Instant deliveredAt,
        @Nullable DeliveryWay way,
        @Nullable String failure,
        @Nullable Instant openedAt) {}
