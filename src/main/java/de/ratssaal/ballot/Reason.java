package de.ratssaal.ballot;

/** Why a check failed. The sentences stand with the verifier; {@code {0}} … are the details, in this order. */
public enum Reason {
    /** what is wrong, and where. */
    LAYOUT_MALFORMED,
    /** name of the record. */
    CHAIN_CONTENT,
    /** number of the event, what is wrong with it. */
    CHAIN_EVENT,
    /** number of the event. */
    CHAIN_PARENT,
    /** number of the event. */
    CHAIN_RECORDS,
    /** records after the last event. */
    CHAIN_LOOSE,
    /** number of the event. */
    ORDER_SETUP,
    /** number of the event. */
    ORDER_LATE_BALLOT,
    /** number of the event. */
    ORDER_ENDED_TWICE,
    /** number of the event. */
    ORDER_NOT_ENDED,
    /** number of the event. */
    ORDER_SUMMED_TWICE,
    /** number of the event. */
    ORDER_NOT_SUMMED,
    /** number of the event. */
    ORDER_AFTER_RESULT,
    /** names of the records. */
    ORDER_TWICE,
    ORDER_NO_RESULT,
    /** what is wrong, and where. */
    ELECTION_MALFORMED,
    ELECTION_GROUP,
    ELECTION_KEY,
    /** what is wrong, and where. */
    TRUSTEES_MALFORMED,
    /** number of the teller. */
    TRUSTEES_GROUP,
    /** number of the teller. */
    TRUSTEES_KNOWLEDGE,
    /** number of the teller. */
    TRUSTEES_KEY_SIGNATURE,
    /** number of the teller. */
    TRUSTEES_CERTIFICATE,
    /** number of the teller. */
    TRUSTEES_THRESHOLD,
    /** number of the teller. */
    TRUSTEES_COMMITMENTS,
    /** number of the teller. */
    TRUSTEES_MIXED,
    /** number of the teller. */
    TRUSTEES_SEEN,
    /** number of the teller. */
    TRUSTEES_SHARE,
    /** number of the teller. */
    TRUSTEES_SAME_KEY,
    /** what is wrong, and where. */
    CREDENTIALS_MALFORMED,
    /** place in the list. */
    CREDENTIALS_GROUP,
    /** place in the list. */
    CREDENTIALS_WEIGHT,
    /** what is wrong, and where; then, in a record, the tracker. */
    BALLOT_MALFORMED,
    /** tracker. */
    BALLOT_STRANGER,
    /** tracker. */
    BALLOT_REPLAYED,
    /** tracker. */
    BALLOT_SECOND,
    /** then, in a record, the tracker. */
    BALLOT_SIGNATURE,
    /** where; then, in a record, the tracker. */
    BALLOT_GROUP,
    /** question, place; then, in a record, the tracker. */
    BALLOT_MARKS,
    /** question; then, in a record, the tracker. */
    BALLOT_NUMBER,
    /** question; then, in a record, the tracker. */
    BALLOT_BLANK,
    /** what is wrong, and where. */
    TALLY_MALFORMED,
    TALLY_OTHER,
    /** published, counted. */
    TALLY_BALLOTS,
    /** published, counted. */
    TALLY_WEIGHT,
    /** number of the event, what is wrong, and where. */
    DECRYPTION_MALFORMED,
    /** number of the teller. */
    DECRYPTION_OWNER,
    /** number of the teller. */
    DECRYPTION_TWICE,
    /** number of the teller, question, place. */
    DECRYPTION_GROUP,
    /** number of the teller, question, place. */
    DECRYPTION_PROOF,
    DECRYPTION_SURPLUS,
    DECRYPTION_UNUSABLE,
    /** what is wrong, and where. */
    RESULT_MALFORMED,
    RESULT_TOO_FEW,
    /** published, decrypted. */
    RESULT_OTHER,
    /** what is wrong, and where. */
    STRONG_MALFORMED,
    /** number of the teller. */
    STRONG_MISSING,
    /** number of the teller, question, place. */
    STRONG_PROOF,
    /** the hash. */
    HISTORY_HEAD,
    /** number of the copy. */
    HISTORY_COPY
}
