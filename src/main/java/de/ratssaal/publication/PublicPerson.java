package de.ratssaal.publication;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.MembershipRole;
import java.util.List;

/** A member before the public: name and memberships, nothing private. */
public record PublicPerson(PersonId id, String name, List<Membership> memberships) {

    public PublicPerson {
        memberships = List.copyOf(memberships);
    }

    public record Membership(
            OrganizationId organization,
            String name,
            Classification classification,
            MembershipRole role,
            boolean votes) {}
}
