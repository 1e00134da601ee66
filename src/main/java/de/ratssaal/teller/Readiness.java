package de.ratssaal.teller;

/** Whether an organization can vote in secret by device, and if not, why. */
public enum Readiness {
    READY,
    /** It has no tellers. */
    NOT_NAMED,
    /** The tellers have no key yet. */
    NO_KEY,
    /** They are making it. */
    RUNNING,
    /** It was broken off, and no key is left from before. */
    ABORTED,
    /** So many tellers cannot sign in any more that those left are not enough to decrypt. */
    TOO_FEW_ACCOUNTS;

    /** Key of the sentence that says it. */
    public String key() {
        return "teller.why." + this;
    }
}
