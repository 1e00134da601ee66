package de.ratssaal.identity;

/** What somebody may do in an organization for a time. Roles of members come from their memberships. */
public enum Role {
    /** Runs the installation: accounts, organizations, rules. */
    ADMINISTRATOR,
    /** Prepares meetings and records them. */
    SECRETARIAT,
    /** Reads the audit log. */
    AUDITOR,
    CHAIR,
    DEPUTY_CHAIR,
    /** Deliberates and votes. */
    MEMBER,
    /** Votes for an absent member of a committee. */
    SUBSTITUTE,
    /** Deliberates without vote. */
    ADVISORY_MEMBER,
    GUEST,
    /** Heads an office of the administration. */
    OFFICE_HEAD,
    /** Works in an office of the administration. */
    OFFICE_WORKER;

    /** Whether it is granted to an account rather than following from a membership. */
    public boolean isGranted() {
        return this == ADMINISTRATOR || this == SECRETARIAT || this == AUDITOR;
    }

    /** Whether an account with this role needs a second factor and short sessions. */
    boolean isPrivileged() {
        return this == ADMINISTRATOR || this == SECRETARIAT;
    }
}
