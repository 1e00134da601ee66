package de.ratssaal.organization;

/** How letters address somebody: Frau or Herr. Who wants neither is addressed by the full name. */
public enum AddressForm {
    MS,
    MR
}
