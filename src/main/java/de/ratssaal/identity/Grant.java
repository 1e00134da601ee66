package de.ratssaal.identity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A role that an account holds for a time.
 *
 * @param role administrator, secretariat or auditor; the roles of members follow from their memberships
 * @param organization where it counts; everywhere if there is none. An administrator's always everywhere
 * @param from first moment
 * @param to first moment after it; open if there is none
 */
public record Grant(
        Role role,
        @Nullable OrganizationId organization,
        Instant from,
        @Nullable Instant to) {

    public Grant {
        if (!role.isGranted()) {
            throw new IllegalArgumentException(role + " follows from a membership and is not granted");
        }
        if (role == Role.ADMINISTRATOR && organization != null) {
            throw new IllegalArgumentException("whoever runs the installation runs all of it");
        }
        if (to != null && !to.isAfter(from)) {
            throw new IllegalArgumentException("from %s to %s".formatted(from, to));
        }
    }

    /** From that moment on, everywhere. */
    public static Grant everywhere(Role role, Instant from) {
        return new Grant(role, null, from, null);
    }
}
