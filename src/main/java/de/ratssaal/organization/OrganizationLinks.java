package de.ratssaal.organization;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;

/** Addresses of the organizations' pages below {@code /app}, for links from other modules' views. */
public final class OrganizationLinks {

    /** All organizations. */
    public static final String ALL = "organizations";

    /** All persons, for an administrator. */
    public static final String PERSONS = "persons";

    /** Where a municipality is founded or, with its identifier behind, changed. */
    public static final String BODY = "bodies";

    /** Where an organization, whose identifier stands behind, is given other rules of procedure. */
    public static final String RULES = "rules-of-procedure";

    private OrganizationLinks() {}

    /** An organization with its members and rules. */
    public static String organization(OrganizationId id) {
        return ALL + "/" + id;
    }

    /** Where an administrator gives an organization other rules of procedure. */
    public static String rules(OrganizationId id) {
        return RULES + "/" + id;
    }

    /** A person with the memberships they hold and held. */
    public static String person(PersonId id) {
        return PERSONS + "/" + id;
    }
}
