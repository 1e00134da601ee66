package de.ratssaal.document;

/** What becomes of a PDF with active content. */
public enum ActiveContentRule {
    /** It is not let in; whoever brings it is told what is in it. */
    REFUSE,
    /** It is let in without what makes it active. What was brought is not kept. */
    REMOVE
}
