package de.ratssaal.organization;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;

/** Addresses of the organizations' pages below {@code /app}, for links from other modules' views. */
public final class OrganizationLinks {

    /** All organizations. */
    public static final String ALL = "organizations";

    private OrganizationLinks() {}

    /** An organization with its members and rules. */
    public static String organization(OrganizationId id) {
        return ALL + "/" + id;
    }

    /** A person with the memberships they hold and held. */
    public static String person(PersonId id) {
        return "persons/" + id;
    }
}
