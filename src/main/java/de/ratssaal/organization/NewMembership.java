package de.ratssaal.organization;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A membership to begin.
 *
 * @param role what the person is; a substitute is appointed instead
 * @param votes whether they have the right to vote; only chair, deputies and members can
 * @param seat place in the seat plan, counted from 1; 0 if there is none
 * @param lastDay counts; none while nobody knows an end
 * @param weight how many votes they have, if they vote; more than one only where the rules of procedure say so
 */
public record NewMembership(
        OrganizationId organization,
        PersonId person,
        MembershipRole role,
        boolean votes,
        int seat,
        LocalDate firstDay,
        @Nullable LocalDate lastDay,
        int weight) {

    /** The most votes that a member can have. */
    public static final int MOST_VOTES = 9_999;

    public NewMembership {
        if (role == MembershipRole.SUBSTITUTE || seat < 0) {
            throw new IllegalArgumentException("role %s, seat %d".formatted(role, seat));
        }
        if (weight < 1 || weight > MOST_VOTES || weight > 1 && !votes) {
            throw new IllegalArgumentException("%d votes, right to vote: %s".formatted(weight, votes));
        }
        if (votes && !role.canVote()) {
            throw new Refusal("organization.membership.role-without-vote");
        }
        if (lastDay != null && lastDay.isBefore(firstDay)) {
            throw new Refusal("organization.ends-before-start");
        }
    }

    /** With one vote, or none. */
    public NewMembership(
            OrganizationId organization,
            PersonId person,
            MembershipRole role,
            boolean votes,
            int seat,
            LocalDate firstDay,
            @Nullable LocalDate lastDay) {
        this(organization, person, role, votes, seat, firstDay, lastDay, 1);
    }

    /** Somebody with the right to vote, from a day on. */
    public static NewMembership voting(
            OrganizationId organization, PersonId person, MembershipRole role, LocalDate firstDay) {
        return new NewMembership(organization, person, role, true, 0, firstDay, null);
    }

    /** The same with a place in the seat plan. */
    public NewMembership onSeat(int place) {
        return new NewMembership(organization, person, role, votes, place, firstDay, lastDay, weight);
    }

    /** The same with an end. */
    public NewMembership until(LocalDate day) {
        return new NewMembership(organization, person, role, votes, seat, firstDay, day, weight);
    }

    /** The same with a number of votes. */
    public NewMembership withVotes(int number) {
        return new NewMembership(organization, person, role, votes, seat, firstDay, lastDay, number);
    }
}
