package de.ratssaal.chamber;

import de.ratssaal.attendance.Place;
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
        boolean enteredFor) {

    public boolean isPresent() {
        return place != null;
    }

    /** Whether a non-public item goes on without them (R7, R17). */
    boolean isOutside() {
        return isRecused || mustConfirmAlone;
    }

    /** Without what only the item before the meeting tells of them. */
    Seat withoutItem() {
        return new Seat(member, place, isExcused, holdsVote, false, false, false, false, null, false);
    }

    /** Without the vote on the item before the meeting. */
    Seat withoutVote() {
        return new Seat(member, place, isExcused, holdsVote, isRecused, mustConfirmAlone, false, false, null, false);
    }
}
