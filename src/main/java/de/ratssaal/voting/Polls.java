package de.ratssaal.voting;

import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reading polls. While an open poll runs everybody who may see the item sees who has voted; how each voted is shown once
 * it is closed (R15), so that nobody is led by the votes of others.
 */
@Service
@Transactional(readOnly = true)
public class Polls {

    private final PollRepository polls;
    private final BallotBox box;
    private final GroupCounts groups;
    private final Councils councils;
    private final Meetings meetings;
    private final Access access;

    Polls(
            PollRepository polls,
            BallotBox box,
            GroupCounts groups,
            Councils councils,
            Meetings meetings,
            Access access) {
        this.polls = polls;
        this.box = box;
        this.groups = groups;
        this.councils = councils;
        this.meetings = meetings;
        this.access = access;
    }

    /** Polls of a meeting in the order in which they were prepared, without what whoever asks may not see. */
    public List<PollSummary> of(MeetingId meeting) {
        var all = meetings.maySeeNonPublic(meeting);
        // the public may have been excluded from an item after its poll was prepared
        var visible =
                meetings.agenda(meeting).stream().map(AgendaItemSummary::id).collect(Collectors.toSet());
        return polls.findByMeeting(meeting).stream()
                .map(Poll::summary)
                .filter(it -> all || it.isPublic() && visible.contains(it.item()))
                .toList();
    }

    /** @throws NoSuchElementException if there is none, or none that whoever asks may see */
    public PollSummary poll(PollId id) {
        return visible(id).summary();
    }

    /** Who may vote in an open poll, or could until it was closed. */
    public List<PersonId> entitled(PollId id) {
        visible(id);
        return box.entitled(id);
    }

    /** As {@link #entitled}, with who casts each vote and how many votes it counts. */
    public List<Voter> roll(PollId id) {
        visible(id);
        return box.roll(id);
    }

    /** Who has voted so far. */
    public List<PersonId> voted(PollId id) {
        visible(id);
        return box.votes(id).stream().map(Vote::person).toList();
    }

    /** How each member voted; empty before the poll is closed. */
    public List<Vote> votes(PollId id) {
        return visible(id).state() == PollState.CLOSED ? box.votes(id) : List.of();
    }

    /**
     * How each group voted; empty before the poll is closed, after a secret vote, and if hands were counted without saying of
     * which group.
     */
    public List<GroupResult> byGroup(PollId id) {
        var poll = visible(id);
        if (poll.state() != PollState.CLOSED || poll.mode() == BallotMode.SECRET) {
            return List.of();
        }
        var meeting = meetings.meeting(poll.meeting());
        return GroupResult.of(
                councils.members(meeting.organization(), meeting.day()),
                box.roll(id),
                box.votes(id),
                groups.of(id),
                poll.summary().counted());
    }

    /** Hands counted by group so far, for whoever counts. */
    public List<GroupCount> handsByGroup(PollId id) {
        access.require(
                meetings.meeting(visible(id).meeting()).organization(),
                Role.CHAIR,
                Role.DEPUTY_CHAIR,
                Role.SECRETARIAT);
        return groups.of(id);
    }

    /**
     * The public's view of the closed polls on public items: the result and how each member voted. For the application
     * itself, when it publishes.
     */
    public List<PublicPoll> publicOf(MeetingId meeting) {
        access.requireSystem();
        return polls.findByMeeting(meeting).stream()
                .map(Poll::summary)
                .filter(it -> it.isPublic() && it.state() == PollState.CLOSED)
                .map(it -> new PublicPoll(it, box.votes(it.id())))
                .toList();
    }

    /** A closed poll on a public item with each member's vote. */
    public record PublicPoll(PollSummary poll, List<Vote> votes) {}

    private Poll visible(PollId id) {
        var poll = polls.findById(id).orElseThrow(() -> unknown(id));
        var isVisible = meetings.maySeeNonPublic(poll.meeting())
                || poll.summary().isPublic()
                        && meetings.agenda(poll.meeting()).stream()
                                .anyMatch(it -> it.id().equals(poll.item()));
        if (!isVisible) {
            throw unknown(id);
        }
        return poll;
    }

    private static NoSuchElementException unknown(PollId id) {
        return new NoSuchElementException("poll " + id);
    }
}
