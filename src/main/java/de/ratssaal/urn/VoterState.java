package de.ratssaal.urn;

/**
 * How far a secret vote by device is, for one voter's device.
 *
 * @param uuid of the election
 * @param group in which its numbers lie
 * @param registered whether one of the voter's devices has registered
 * @param voted whether the voter has voted, as far as the node that answers knows
 */
public record VoterState(Phase phase, String uuid, String group, boolean registered, boolean voted) {

    public enum Phase {
        REGISTERING,
        OPEN,
        CLOSED,
        CANCELLED
    }
}
