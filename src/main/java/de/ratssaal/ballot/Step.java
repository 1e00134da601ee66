package de.ratssaal.ballot;

/** The steps in which a published record is checked, in this order; numbered in docs/voting-protocol.md. */
public enum Step {
    /** The file is laid out byte for byte as prescribed. */
    LAYOUT,
    /** Every event names the one before it and every record is what its name says. */
    CHAIN,
    /** The events are those of one election, in their order. */
    ORDER,
    /** The election's definition: questions, group, public key. */
    ELECTION,
    /** The tellers' keys and how they were generated. */
    TRUSTEES,
    /** The list of those who may vote, without names. */
    CREDENTIALS,
    /** A ballot has exactly the prescribed form and belongs to this election. */
    BALLOT_FORM,
    /** A ballot comes from someone on the list, once. */
    BALLOT_ENTITLED,
    /** A ballot is signed with the credential it names. */
    BALLOT_SIGNATURE,
    /** All numbers of a ballot lie in the group. */
    BALLOT_GROUP,
    /** Each place of a ballot holds nothing or one mark. */
    BALLOT_MARKS,
    /** A ballot has as many marks as the question allows. */
    BALLOT_NUMBER,
    /** The sum of the ballots is the sum that was published. */
    TALLY,
    /** The tellers decrypted this sum and nothing else. */
    DECRYPTION,
    /** The published result is what the decryption yields. */
    RESULT,
    /** The strong proofs beside the record hold. */
    STRONG_PROOFS,
    /** The record continues copies and head hashes that were noted before. */
    HISTORY;

    /** Counted from 1. */
    public int number() {
        return ordinal() + 1;
    }
}
