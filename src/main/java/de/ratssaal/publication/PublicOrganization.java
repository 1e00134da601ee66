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
 * @param namesMembers whether its members are public: not of an organization that meets in private
 * @param members sorted by name; none if they are not public
 */
public record PublicOrganization(
        OrganizationId id,
        BodyId body,
        String name,
        String shortName,
        Classification classification,
        int legalStrength,
        @Nullable String color,
        boolean namesMembers,
        List<Member> members) {

    public PublicOrganization {
        if (!namesMembers && !members.isEmpty()) {
            throw new IllegalArgumentException("members of organization %s are not public".formatted(id));
        }
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
