package de.ratssaal.paper;

/** Something of a paper changed: its text, its state or its way. Heard in the transaction that changed it. */
public record PaperChanged(PaperId paper) {}
