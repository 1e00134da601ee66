package de.ratssaal.identity;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Where a person's roles as a member come from. Implemented by the module that keeps memberships. */
public interface RoleSource {

    /** Roles by organization that the person holds at this moment. */
    Map<OrganizationId, Set<Role>> rolesOf(PersonId person, Instant at);
}
