package de.ratssaal.voting;

import de.ratssaal.identity.OrganizationId;

/** Addresses of this module's pages below {@code /app}, for links from other modules' views. */
public final class VotingLinks {

    private VotingLinks() {}

    /** What an organization resolved, in meetings and in writing. */
    public static String book(OrganizationId organization) {
        return "resolutions/" + organization;
    }
}
