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
    DECRYPT
}
