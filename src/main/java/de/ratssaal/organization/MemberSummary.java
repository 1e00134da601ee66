package de.ratssaal.organization;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A person as a member of one organization on one day.
 *
 * @param name full name as shown, such as {@code Dr. Karla Wendt}
 * @param sortName name as sorted, such as {@code Wendt, Karla}
 * @param role what they are in the organization
 * @param votes whether they have the right to vote there; a substitute only while standing in
 * @param standsInFor the member whose place a substitute may take
 * @param group political group; none for the mayor or somebody without a group
 * @param groupShortName its short name
 * @param groupColor its colour as {@code #rrggbb}
 * @param seat place in the seat plan, counted from 1; 0 if there is none
 * @param weight how many votes the membership has where the rules of procedure know several; otherwise each has one
 */
public record MemberSummary(
        PersonId person,
        String name,
        String sortName,
        MembershipRole role,
        boolean votes,
        @Nullable PersonId standsInFor,
        @Nullable OrganizationId group,
        @Nullable String groupShortName,
        @Nullable String groupColor,
        int seat,
        int weight) {

    /** With one vote, or none. */
    public MemberSummary(
            PersonId person,
            String name,
            String sortName,
            MembershipRole role,
            boolean votes,
            @Nullable PersonId standsInFor,
            @Nullable OrganizationId group,
            @Nullable String groupShortName,
            @Nullable String groupColor,
            int seat) {
        this(person, name, sortName, role, votes, standsInFor, group, groupShortName, groupColor, seat, 1);
    }
}
