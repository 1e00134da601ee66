package de.ratssaal.meeting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When, where and how a meeting is to be held.
 *
 * @param title such as {@code 12. Sitzung des Stadtrates}
 * @param endsAt planned end; may be left open
 * @param place room and address; empty for a digital meeting only
 * @param publicAccess where the public follows a hybrid or digital meeting
 */
public record MeetingPlan(
        String title,
        MeetingMode mode,
        Instant startsAt,
        @Nullable Instant endsAt,
        String place,
        String publicAccess) {

    public MeetingPlan {
        title = title.strip();
        place = place.strip();
        publicAccess = publicAccess.strip();
    }
}
