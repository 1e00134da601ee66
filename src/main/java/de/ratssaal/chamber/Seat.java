package de.ratssaal.chamber;

import de.ratssaal.attendance.Place;
import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.voting.Choice;
import org.jspecify.annotations.Nullable;

/**
 * Where a member stands at this moment.
 *
 * @param place from where they take part; none while absent
 * @param isExcused whether they said that they cannot come
 * @param holdsVote whether the vote is theirs now; a substitute's while the member they stand in for is absent
 * @param isRecused recused on the item before the meeting
 * @param mustConfirmAlone takes part remotely in a non-public item and has yet to confirm that nobody else listens
 * @param mayVote entitled in the open poll, or at its closing
 * @param hasVoted in the poll shown
 * @param choice how they voted, once the poll is closed
 * @param enteredFor whether a clerk entered that vote for them, as they saw or heard it in the room
 * @param isCorrected whether the clerk corrected that entry to another choice
 * @param weight how many votes theirs counts
 * @param castBy who casts the vote for them in the poll shown, as they left it to them; none if they do themself
 */
public record Seat(
        MemberSummary member,
        @Nullable Place place,
        boolean isExcused,
        boolean holdsVote,
        boolean isRecused,
        boolean mustConfirmAlone,
        boolean mayVote,
        boolean hasVoted,
        @Nullable Choice choice,
        boolean enteredFor,
        boolean isCorrected,
        int weight,
        @Nullable PersonId castBy) {

    public boolean isPresent() {
        return place != null;
    }

    /** Who casts the vote in the poll shown. */
    public PersonId caster() {
        return castBy == null ? member.person() : castBy;
    }

    /** Whether a raised hand of theirs says it all. */
    boolean isOneHand() {
        return weight == 1 && castBy == null;
    }

    /** Whether a non-public item goes on without them (R7, R17). */
    boolean isOutside() {
        return isRecused || mustConfirmAlone;
    }

    /** As if their vote were not cast yet in the poll shown. */
    Seat withoutVoteCast() {
        return hasVoted
                ? new Seat(
                        member,
                        place,
                        isExcused,
                        holdsVote,
                        isRecused,
                        mustConfirmAlone,
                        mayVote,
                        false,
                        choice,
                        enteredFor,
                        isCorrected,
                        weight,
                        castBy)
                : this;
    }

    /** Without what only the item before the meeting tells of them. */
    Seat withoutItem() {
        return new Seat(
                member, place, isExcused, holdsVote, false, false, false, false, null, false, false, weight, null);
    }

    /** Without the vote on the item before the meeting. */
    Seat withoutVote() {
        return new Seat(
                member,
                place,
                isExcused,
                holdsVote,
                isRecused,
                mustConfirmAlone,
                false,
                false,
                null,
                false,
                false,
                weight,
                null);
    }
}
