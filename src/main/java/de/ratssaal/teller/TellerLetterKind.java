package de.ratssaal.teller;

/** Why a teller is written to. */
public enum TellerLetterKind {
    /** They were named, and no key is being made yet. */
    NAMED,
    /** The key is being made, and they have not joined. */
    KEY,
    /** Others were named instead. What was voted under their key they decrypt all the same. */
    REPLACED,
    /** A secret vote is over and waits for their share. */
    DECRYPT,
    /** A secret vote is counted, and its result waits for their device to verify it. */
    CONFIRM;

    /** Why whoever has a task is written to. */
    static TellerLetterKind of(TellerTask.Todo todo) {
        return switch (todo) {
            case DECRYPT -> DECRYPT;
            case CONFIRM -> CONFIRM;
        };
    }
}
