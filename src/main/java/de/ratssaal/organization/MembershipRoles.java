package de.ratssaal.organization;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.identity.RoleSource;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The roles that follow from memberships. Whoever chairs and votes is a member as well. */
@Component
class MembershipRoles implements RoleSource {

    private final Councils councils;

    MembershipRoles(Councils councils) {
        this.councils = councils;
    }

    @Override
    public Map<OrganizationId, Set<Role>> rolesOf(PersonId person, Instant at) {
        var roles = new HashMap<OrganizationId, Set<Role>>();
        for (var membership : councils.heldBy(person)) {
            if (membership.holdsOn(at.atZone(membership.zone()).toLocalDate())) {
                roles.put(membership.organization(), rolesOf(membership));
            }
        }
        return roles;
    }

    private static Set<Role> rolesOf(HeldMembership membership) {
        var own = switch (membership.role()) {
            case CHAIR -> Role.CHAIR;
            case DEPUTY_CHAIR -> Role.DEPUTY_CHAIR;
            case MEMBER -> Role.MEMBER;
            case SUBSTITUTE -> Role.SUBSTITUTE;
            case ADVISORY_MEMBER -> Role.ADVISORY_MEMBER;
            case GUEST -> Role.GUEST;
            case OFFICE_HEAD -> Role.OFFICE_HEAD;
            case OFFICE_WORKER -> Role.OFFICE_WORKER;
        };
        return membership.votes() ? EnumSet.of(own, Role.MEMBER) : EnumSet.of(own);
    }
}
