package de.ratssaal.circular;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.paper.PaperId;

/** Addresses of the circular resolutions' pages below {@code /app}, for links from other modules' views. */
public final class CircularLinks {

    /** All that whoever is signed in may see. */
    public static final String LIST = "circular";

    /** Beginning one. */
    public static final String NEW = "circular/new";

    private CircularLinks() {}

    public static String circular(CircularId id) {
        return LIST + "/" + id;
    }

    /** Beginning one in an organization. */
    public static String create(OrganizationId organization) {
        return NEW + "?organization=" + organization;
    }

    /** Beginning one with the proposal of a paper. */
    public static String create(PaperId paper) {
        return NEW + "?paper=" + paper;
    }
}
