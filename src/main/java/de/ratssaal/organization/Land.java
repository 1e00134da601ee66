package de.ratssaal.organization;

/** One of the sixteen Länder, by its ISO 3166-2 code without {@code DE-}. */
public enum Land {
    BW,
    BY,
    BE,
    BB,
    HB,
    HH,
    HE,
    MV,
    NI,
    NW,
    RP,
    SL,
    SN,
    ST,
    SH,
    TH
}
