package de.ratssaal.paper;

import de.ratssaal.base.Refusal;

/** Has a say before a paper is released. Modules that lead papers to their release answer. */
public interface ReleaseGate {

    /**
     * @param fingerprint of what would be released, see {@link PaperInHand#fingerprint()}
     * @throws Refusal if the paper is not ready to be released like this; it says what is missing
     */
    void requireReady(PaperId paper, String fingerprint);
}
