package de.ratssaal.attendance;

/** Why a member's vote is not left to another any more. */
public enum DelegationEnd {
    /** The member, or the desk for them, took it back. */
    REVOKED,
    /** Whoever carried it gave it back. */
    RETURNED,
    /** The member came: who is present votes themself. */
    ARRIVED
}
