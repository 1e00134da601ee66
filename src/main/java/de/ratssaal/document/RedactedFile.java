package de.ratssaal.document;

/** A redacted version that was made, and what was taken out for it. */
public record RedactedFile(FileSummary file, RedactionReport report) {}
