package de.ratssaal.organization;

/** As a person said it themselves. Not public; counted only together with that of others. */
public enum Gender {
    FEMALE,
    MALE,
    DIVERSE
}
