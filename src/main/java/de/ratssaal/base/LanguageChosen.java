package de.ratssaal.base;

import java.util.Locale;

/** Whoever is at the browser chose to read the application in this language. */
public record LanguageChosen(Locale language) {}
