package de.ratssaal.urn;

/** The files with which an election begins, byte by byte as in its record. */
public record ElectionSetup(String election, String trustees, String credentials) {}
