package de.ratssaal.workflow;

/** Where a paper is on its way. */
public enum ProcessState {
    /** An office writes it. */
    DRAFTING,
    /** It is being co-signed, approved or released. */
    RUNNING,
    /** It was refused or called back and is with its author again. */
    RETURNED,
    /** It was released: the end. */
    RELEASED,
    /** The paper was withdrawn: the end as well. */
    WITHDRAWN;

    boolean leadsTo(ProcessState next) {
        return switch (this) {
            case DRAFTING, RETURNED -> next == RUNNING || next == WITHDRAWN;
            case RUNNING -> next == RETURNED || next == RELEASED || next == WITHDRAWN;
            case RELEASED, WITHDRAWN -> false;
        };
    }

    /** Whether nothing comes after it. */
    public boolean isEnd() {
        return this == RELEASED || this == WITHDRAWN;
    }

    /** Whether the author is to act. */
    public boolean isWithAuthor() {
        return this == DRAFTING || this == RETURNED;
    }
}
