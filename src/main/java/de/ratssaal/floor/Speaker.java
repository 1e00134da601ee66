package de.ratssaal.floor;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for the floor.
 *
 * @param person none for somebody who is no member
 * @param name as shown; empty for a guest whose name whoever looks may not know, or whose name was erased
 * @param group political group; none for somebody without
 * @param guest why somebody who is no member may speak
 * @param mayBeNamed whether the name may be told outside of the room; always, for a member
 */
public record Speaker(
        @Nullable PersonId person,
        String name,
        @Nullable OrganizationId group,
        @Nullable String groupShortName,
        @Nullable String groupColor,
        @Nullable GuestKind guest,
        boolean mayBeNamed) {

    /** For somebody who is not in the room. */
    Speaker asToldOutside() {
        return mayBeNamed ? this : new Speaker(person, "", group, groupShortName, groupColor, guest, false);
    }
}
