package de.ratssaal.rules;

import de.ratssaal.base.LegalSource;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who speaks after whom and for how long. No municipal code says it: the presets hold what rules of procedure usually do.
 *
 * @param order who follows whom
 * @param speechMinutes longest speech; none if it has no limit
 * @param shortMinutes longest direct reply, point of order and personal statement; none if they have no limit
 * @param personMinutes how long one person may speak on one item altogether; none if that has no limit
 * @param groupMinutes how long a political group may speak on one item; none if that has no limit
 * @param groupTime how {@code groupMinutes} are shared out
 * @param replies whether somebody may reply directly to a speech
 * @param warningSeconds how long before the end the clock warns
 * @param guestNamesDays how many days after the minutes were released the names of guests are erased
 * @param source where it stands
 */
public record SpeakingRule(
        SpeakingOrder order,
        @Nullable Integer speechMinutes,
        @Nullable Integer shortMinutes,
        @Nullable Integer personMinutes,
        @Nullable Integer groupMinutes,
        GroupTime groupTime,
        boolean replies,
        int warningSeconds,
        int guestNamesDays,
        LegalSource source) {

    public SpeakingRule {
        if (Arrays.asList(speechMinutes, shortMinutes, personMinutes, groupMinutes).stream()
                        .filter(Objects::nonNull)
                        .anyMatch(it -> it < 1)
                || warningSeconds < 0
                || guestNamesDays < 0) {
            throw new IllegalArgumentException("time is counted from one minute, its warning and days from 0");
        }
    }

    /** @param minutes one of this rule's */
    public static @Nullable Duration time(@Nullable Integer minutes) {
        return minutes == null ? null : Duration.ofMinutes(minutes);
    }
}
