package de.ratssaal.paper;

/** What came of writing in an answer. */
public sealed interface AnswerWriting {

    /**
     * It is stored, beside what others wrote meanwhile.
     *
     * @param answer as it is now
     */
    record Stored(AnswerDraft answer) implements AnswerWriting {}

    /**
     * Somebody else wrote the same words anew: nothing is stored until somebody decides.
     *
     * @param theirs as it is stored
     */
    record Differs(AnswerDraft theirs) implements AnswerWriting {}
}
