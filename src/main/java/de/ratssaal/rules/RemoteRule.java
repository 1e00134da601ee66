package de.ratssaal.rules;

import de.ratssaal.base.LegalSource;

/**
 * Whether members may take part from elsewhere (R12), and how they are heard and counted there (R14).
 *
 * @param hybrid whether some members may take part remotely
 * @param digital whether a meeting may be held without presence
 * @param onlySpeakerHeard whether only who has the floor, and who conducts, is heard in the conference
 * @param graceSeconds for how long a member whose connection is lost still counts as present
 * @param source paragraph
 */
public record RemoteRule(
        boolean hybrid, boolean digital, boolean onlySpeakerHeard, int graceSeconds, LegalSource source) {

    /** As long as a page may need to find back, or into the next room. */
    public static final int SHORTEST_GRACE_SECONDS = 30;

    /** Longer than that nobody is present who is not connected. */
    public static final int LONGEST_GRACE_SECONDS = 600;

    public RemoteRule {
        if (graceSeconds < SHORTEST_GRACE_SECONDS || graceSeconds > LONGEST_GRACE_SECONDS) {
            throw new IllegalArgumentException("%d seconds of grace".formatted(graceSeconds));
        }
    }
}
