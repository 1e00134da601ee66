package de.ratssaal.voteorder;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.paper.ProposalGuard;
import org.springframework.stereotype.Component;

/** The whole is put to the vote once every part that is voted on by itself is decided. */
@Component
class PartsFirst implements ProposalGuard {

    private final VotesInOrder votes;
    private final Meetings meetings;
    private final Access access;

    PartsFirst(VotesInOrder votes, Meetings meetings, Access access) {
        this.votes = votes;
        this.meetings = meetings;
        this.access = access;
    }

    @Override
    public void requireReadyForVote(AgendaItemId item) {
        access.asSystem("voteorder", () -> requireDecided(item));
    }

    private void requireDecided(AgendaItemId item) {
        if (!votes.reopened(item).isEmpty()) {
            throw new Refusal("voteorder.again-first");
        }
        meetings.meetingOf(item)
                .map(it -> votes.of(it, item))
                .filter(it -> it.steps().stream().anyMatch(step -> step instanceof VoteStep.OfPoint && !step.isDone()))
                .ifPresent(it -> {
                    throw new Refusal("voteorder.points-first");
                });
    }
}
