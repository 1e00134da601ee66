package de.ratssaal.identity;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Persons and organizations by name, for the administrator to choose from. Implemented by the module that keeps them; who
 * may ask is checked there.
 */
public interface CouncilRoll {

    /**
     * @param name as sorted: family name first
     * @param shown as shown elsewhere: title and given name first
     */
    record RollPerson(
            PersonId id,
            String name,
            String shown,
            @Nullable String mail) {}

    record RollOrganization(OrganizationId id, String name) {}

    /** Everybody, by name. */
    List<RollPerson> persons();

    /** All organizations that still exist, by name; without offices, where no role is granted. */
    List<RollOrganization> organizations();

    /** The names of those persons and organizations that the identifiers belong to. For auditors too. */
    Map<UUID, String> names(Collection<UUID> identifiers);

    /** By whose calendar days begin and end. Public knowledge. */
    ZoneId zone();
}
