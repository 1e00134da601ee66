package de.ratssaal.chamber;

import de.ratssaal.attendance.Place;
import de.ratssaal.attendance.Quorum;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.paper.ProposalForVote;
import de.ratssaal.voting.PollState;
import de.ratssaal.voting.PollSummary;
import de.ratssaal.voting.Resolution;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a meeting stands, all of it, at one moment. Built once for each change and node and shared by every screen.
 *
 * @param agenda items in order
 * @param seats members of the day, by name
 * @param quorum for the item before the meeting, or for the meeting as a whole
 * @param poll the poll that is open, else the last one on the item before the meeting
 * @param proposal the paper's proposal that is before the meeting; none for an item without
 * @param isBarred whether the item before the meeting must not be voted on yet: the invited were not told of it in time (R3)
 * @param resolutions what was resolved so far
 * @param closedPolls polls with a result, in order
 * @param parts what other modules add
 */
public record Board(
        MeetingSummary meeting,
        List<AgendaItemSummary> agenda,
        List<Seat> seats,
        Quorum quorum,
        @Nullable PollSummary poll,
        @Nullable ProposalForVote proposal,
        boolean isBarred,
        List<Resolution> resolutions,
        List<PollSummary> closedPolls,
        List<Part<?>> parts) {

    /** What one module adds. */
    public record Part<T>(BoardPart<T> from, T content) {

        Part<T> without(Predicate<AgendaItemId> mayKnow) {
            return new Part<>(from, from.without(content, mayKnow));
        }

        Part<T> withoutRecused(AgendaItemId item) {
            return new Part<>(from, from.withoutRecused(content, item));
        }

        static <T> Part<T> read(BoardPart<T> from, MeetingSummary meeting) {
            return new Part<>(from, from.read(meeting));
        }
    }

    public Board {
        parts = List.copyOf(parts);
        agenda = List.copyOf(agenda);
        seats = List.copyOf(seats);
        resolutions = List.copyOf(resolutions);
        closedPolls = List.copyOf(closedPolls);
    }

    /** The item before the meeting, if whoever looks may see it. */
    public Optional<AgendaItemSummary> currentItem() {
        return agenda.stream()
                .filter(it -> it.id().equals(meeting.currentItem()))
                .findFirst();
    }

    public Optional<PollSummary> openPoll() {
        return Optional.ofNullable(poll).filter(it -> it.state() == PollState.OPEN);
    }

    public Optional<Seat> seatOf(@Nullable PersonId person) {
        return seats.stream().filter(it -> it.member().person().equals(person)).findFirst();
    }

    public int countPresent() {
        return (int) seats.stream().filter(Seat::isPresent).count();
    }

    /** Of those, who has a vote: they alone are counted beside the number of members. */
    public int countVotingPresent() {
        return (int)
                seats.stream().filter(it -> it.isPresent() && it.holdsVote()).count();
    }

    /** What a module adds, as whoever looks may see it. */
    public <T> Optional<T> part(Class<T> type) {
        return parts.stream()
                .map(Part::content)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }

    /** Whether nothing happened since then but that votes were cast in the poll that is open. */
    boolean isOnlyVotesAfter(Board before) {
        return openPoll().isPresent() && withoutVotesCast().equals(before.withoutVotesCast());
    }

    private Board withoutVotesCast() {
        return new Board(
                meeting,
                agenda,
                seats.stream().map(Seat::withoutVoteCast).toList(),
                quorum,
                poll,
                proposal,
                isBarred,
                resolutions,
                closedPolls,
                parts);
    }

    private List<Part<?>> partsWithout(Predicate<AgendaItemId> mayKnow) {
        return parts.stream().<Part<?>>map(it -> it.without(mayKnow)).toList();
    }

    /** How many votes are cast in the poll shown, by name or by show of hands. */
    public int countVoted() {
        return seats.stream().filter(Seat::hasVoted).mapToInt(Seat::weight).sum()
                + (poll == null ? 0 : poll.counted().total());
    }

    public int countMayVote() {
        return seats.stream().filter(Seat::mayVote).mapToInt(Seat::weight).sum();
    }

    /** Whether hands can be counted: each of them is one vote, of who raises it. */
    public boolean isByHands() {
        return seats.stream().filter(Seat::mayVote).allMatch(Seat::isOneHand)
                && (openPoll().isPresent()
                        || part(VotesLeft.class).map(VotesLeft::isByHands).orElse(true));
    }

    /** From where whoever casts a member's vote takes part. */
    public Optional<Place> placeOfCaster(Seat seat) {
        return seatOf(seat.caster()).map(Seat::place);
    }

    /** Whether the item before the meeting is one that whoever looks may not see. */
    public boolean isBehindClosedDoors() {
        return meeting.currentItem() != null && currentItem().isEmpty();
    }

    /** The same moment for somebody who may see the public part only: nothing else is left in it. */
    public Board publicPart() {
        var items = agenda.stream()
                .filter(it ->
                        it.isPublic() && !(meeting.doorsClosed() && it.id().equals(meeting.currentItem())))
                .toList();
        var known = items.stream().map(AgendaItemSummary::id).collect(Collectors.toSet());
        var hidden = meeting.currentItem() != null && !known.contains(meeting.currentItem());
        return new Board(
                meeting,
                items,
                hidden ? seats.stream().map(Seat::withoutItem).toList() : seats,
                hidden ? withoutItem(quorum) : quorum,
                poll != null && poll.isPublic() && known.contains(poll.item()) ? poll : null,
                hidden ? null : proposal,
                !hidden && isBarred,
                resolutions.stream()
                        .filter(it -> it.isPublic() && known.contains(it.item()))
                        .toList(),
                closedPolls.stream()
                        .filter(it -> it.isPublic() && known.contains(it.item()))
                        .toList(),
                partsWithout(known::contains));
    }

    /** Who is there, without saying how many are recused on an item that is nobody else's business. */
    private Quorum withoutItem(Quorum of) {
        var present = (int) seats.stream()
                .filter(it -> it.place() != null && it.holdsVote())
                .count();
        var votes = of.votes();
        var there = seats.stream()
                .filter(it -> it.place() != null && it.holdsVote())
                .mapToInt(Seat::weight)
                .sum();
        return new Quorum(
                of.rule(),
                of.members(),
                present,
                0,
                of.allInvited(),
                of.secondNotice(),
                votes == null ? null : new Quorum.InVotes(votes.all(), Math.min(there, votes.all()), 0));
    }

    /** Whether a non-public item is before the meeting that a person has to stay out of: recused, or perhaps not alone. */
    public boolean isOutside(@Nullable PersonId person) {
        return currentItem()
                        .filter(it -> !it.isPublic() || meeting.doorsClosed())
                        .isPresent()
                && seatOf(person).filter(Seat::isOutside).isPresent();
    }

    /** The same moment for a member's own screen: without deliberation and vote of an item they have to stay out of. */
    public Board asFollowedBy(@Nullable PersonId person) {
        if (!isOutside(person)) {
            return this;
        }
        return new Board(
                meeting,
                agenda,
                seats.stream()
                        .map(it -> it.member().person().equals(person) ? it.withoutVote() : it.withoutItem())
                        .toList(),
                withoutItem(quorum),
                poll == null || poll.item().equals(meeting.currentItem()) ? null : poll,
                null,
                isBarred,
                resolutions.stream()
                        .filter(it -> !it.item().equals(meeting.currentItem()))
                        .toList(),
                closedPolls.stream()
                        .filter(it -> !it.item().equals(meeting.currentItem()))
                        .toList(),
                partsFromOutside(person));
    }

    /** Who perhaps is not alone hears less than who is recused: nobody else may listen. */
    private List<Part<?>> partsFromOutside(@Nullable PersonId person) {
        var item = meeting.currentItem();
        return item != null
                        && seatOf(person).filter(it -> !it.mustConfirmAlone()).isPresent()
                ? parts.stream().<Part<?>>map(it -> it.withoutRecused(item)).toList()
                : partsWithout(it -> !it.equals(item));
    }
}
