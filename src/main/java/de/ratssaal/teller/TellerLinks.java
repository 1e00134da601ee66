package de.ratssaal.teller;

import de.ratssaal.identity.OrganizationId;

/** Addresses of the tellers' pages below {@code /app}, for links from other modules' views, and of what their browsers ask. */
public final class TellerLinks {

    /** Where a teller makes the key, decrypts and confirms. */
    public static final String MINE = "tellers";

    /** What the tellers' page asks of the server. */
    public static final String API = "/api/tellers";

    private TellerLinks() {}

    /** Who the tellers of an organization are, and how far their key is. */
    public static String of(OrganizationId organization) {
        return "organizations/" + organization + "/tellers";
    }
}
