package de.ratssaal.offline;

/** Why a device is to remove everything. */
public enum RemovalCause {
    /** Its owner said so. */
    OWNER,
    /** An administrator said so, such as when it was lost. */
    ADMINISTRATOR,
    /** The account is locked. */
    ACCOUNT_LOCKED
}
