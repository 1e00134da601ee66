package de.ratssaal.identity;

import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Who may read something, written down beside it so that a database can ask: whoever holds one of the tokens ({@link
 * Access#held}). What somebody holds is found at the moment of asking; what is written down never names who holds it.
 */
public record Audience(SortedSet<String> tokens) {

    /** Nobody. */
    public static final Audience NOBODY = new Audience(new TreeSet<>());

    /** Everybody who is signed in. */
    public static final Audience SIGNED_IN = new Audience(new TreeSet<>(Set.of("SIGNED-IN")));

    static final String EVERYWHERE = "*";

    public Audience {
        tokens = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(tokens));
    }

    /** As {@link Access#has} would say it. */
    public static Audience of(OrganizationId organization, Role... roles) {
        var tokens = new TreeSet<String>();
        Arrays.stream(roles).forEach(role -> {
            tokens.add(token(role, organization.toString()));
            tokens.add(token(role, EVERYWHERE));
        });
        return new Audience(tokens);
    }

    /** Whoever has one of the roles in one of the organizations. */
    public static Audience of(Collection<OrganizationId> organizations, Role... roles) {
        return organizations.stream().map(it -> of(it, roles)).reduce(NOBODY, Audience::or);
    }

    /**
     * One person, as long as they belong somewhere: to a body at all, to an organization as one of those who decide there.
     *
     * @param where what they have to belong to
     */
    public static Audience person(PersonId person, Object where) {
        return new Audience(new TreeSet<>(Set.of("PERSON:%s@%s".formatted(person, where))));
    }

    static String token(Role role, String organization) {
        return role + ":" + organization;
    }

    /** Whoever belongs to this one or the other. */
    public Audience or(Audience other) {
        var both = new TreeSet<>(tokens);
        both.addAll(other.tokens);
        return new Audience(both);
    }

    /** Whether somebody with these tokens belongs to it. */
    public boolean isOpenTo(Set<String> held) {
        return tokens.stream().anyMatch(held::contains);
    }
}
