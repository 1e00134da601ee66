package de.ratssaal.publication;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.BodyId;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.MembershipRole;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An organization before the public, with its members of the day on which it was last published.
 *
 * @param color colour of a political group, as {@code #rrggbb}
 * @param members sorted by name
 */
public record PublicOrganization(
        OrganizationId id,
        BodyId body,
        String name,
        String shortName,
        Classification classification,
        int legalStrength,
        @Nullable String color,
        List<Member> members) {

    public PublicOrganization {
        members = List.copyOf(members);
    }

    /**
     * @param group name of the political group; none for somebody without
     * @param groupColor its colour as {@code #rrggbb}
     */
    public record Member(
            PersonId person,
            String name,
            MembershipRole role,
            boolean votes,
            @Nullable OrganizationId groupId,
            @Nullable String group,
            @Nullable String groupColor) {}
}
