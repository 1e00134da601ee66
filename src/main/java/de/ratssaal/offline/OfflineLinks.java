package de.ratssaal.offline;

/** Addresses of pages about meetings on devices, below {@code /app}. */
public final class OfflineLinks {

    /** The own devices. */
    public static final String OWN = "devices";

    /** All devices, for administrators. */
    public static final String ALL = "offline-devices";

    private OfflineLinks() {}
}
