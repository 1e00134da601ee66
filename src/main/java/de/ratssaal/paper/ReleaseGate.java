package de.ratssaal.paper;

import de.ratssaal.base.Refusal;
import de.ratssaal.organization.BodyId;

/** Has a say before a paper is released. Modules that lead papers to their release answer. */
public interface ReleaseGate {

    /**
     * @param fingerprint of what would be released, see {@link PaperInHand#fingerprint()}
     * @throws Refusal if the paper is not ready to be released like this; it says what is missing
     */
    void requireReady(PaperId paper, String fingerprint);

    /** Whether the paper is going through the hands of those who approve it just now. */
    boolean isUnderWay(PaperId paper);

    /** Whether papers of this kind, written by an office, come to the secretariat on a way of their own. */
    boolean leads(BodyId body, PaperType type);
}
