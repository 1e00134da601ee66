package de.ratssaal.voting;

/** What a poll decides. */
public enum PollPurpose {
    /** What becomes of the item. */
    PROPOSAL,
    /** A motion on the procedure; the item stays open. */
    PROCEDURE,
    /** Whether the text before the meeting is changed as was moved; the item stays open. */
    AMENDMENT,
    /** One point of the text before the meeting, voted on by itself; the item stays open. */
    POINT,
    /** Several items together; its result is recorded for each of them as a poll of its own. */
    TOGETHER;

    /** Whether it decides on a part of what is put to the vote on the item in the end. */
    public boolean isPart() {
        return this == AMENDMENT || this == POINT;
    }
}
