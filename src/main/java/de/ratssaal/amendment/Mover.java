package de.ratssaal.amendment;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who moves an amendment.
 *
 * @param organization the political group, or the organization that recommends it; none for members
 * @param persons the members; empty for the others
 * @param name as it is read out, such as {@code Fraktion Bündnis für Lindenau}
 */
public record Mover(Kind kind, @Nullable OrganizationId organization, List<PersonId> persons, String name) {

    /** Who can move one. */
    public enum Kind {
        GROUP,
        MEMBERS,
        /** A committee or council that recommends it. */
        ORGANIZATION
    }

    public Mover {
        persons = List.copyOf(persons);
        if ((kind == Kind.MEMBERS) != (organization == null) || (kind == Kind.MEMBERS) == persons.isEmpty()) {
            throw new IllegalArgumentException("%s of %s by %s".formatted(kind, organization, persons));
        }
    }

    public static Mover group(OrganizationId group, String name) {
        return new Mover(Kind.GROUP, group, List.of(), name);
    }

    public static Mover member(PersonId member, String name) {
        return new Mover(Kind.MEMBERS, null, List.of(member), name);
    }

    public static Mover organization(OrganizationId organization, String name) {
        return new Mover(Kind.ORGANIZATION, organization, List.of(), name);
    }
}
