package de.ratssaal.teller;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can be named as a teller.
 *
 * @param group political group; none for whoever belongs to none
 * @param side short name of the group or of the office, as a list shows it; none for whoever belongs to neither
 * @param isOfAdministration whether they work in an office of the administration
 * @param hasAccount whether they can sign in
 */
public record Nominee(
        PersonId person,
        String name,
        @Nullable OrganizationId group,
        @Nullable String side,
        boolean isOfAdministration,
        boolean hasAccount) {

    /** Whether they are on one side: in the same group, or both of the administration. */
    public boolean standsWith(Nominee other) {
        return isOfAdministration ? other.isOfAdministration : group != null && group.equals(other.group);
    }
}
