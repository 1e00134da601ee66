package de.ratssaal.rules;

/** A set of rules that comes with the product. */
public enum Preset {
    THUERINGEN
}
