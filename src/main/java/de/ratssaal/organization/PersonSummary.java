package de.ratssaal.organization;

import de.ratssaal.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A person as an administrator finds them.
 *
 * @param name full name as shown, such as {@code Dr. Karla Wendt}
 * @param sortName name as sorted, such as {@code Wendt, Karla}
 * @param mail where invitations go; not public
 */
public record PersonSummary(
        PersonId id, String name, String sortName, @Nullable String mail) {}
