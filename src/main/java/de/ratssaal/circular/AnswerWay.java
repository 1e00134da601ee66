package de.ratssaal.circular;

/** How an answer came. */
public enum AnswerWay {
    /** The member gave it, signed in. */
    DEVICE,
    /** In writing on paper; the secretariat entered it. */
    PAPER,
    /** By mail; the secretariat entered it. */
    MAIL
}
