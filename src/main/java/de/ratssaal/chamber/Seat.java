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
 * @param mayVote entitled in the open poll, or at its closing
 * @param hasVoted in the poll shown
 * @param choice how they voted, once the poll is closed
 */
public record Seat(
        MemberSummary member,
        @Nullable Place place,
        boolean isExcused,
        boolean holdsVote,
        boolean isRecused,
        boolean mayVote,
        boolean hasVoted,
        @Nullable Choice choice) {

    public boolean isPresent() {
        return place != null;
    }
}
