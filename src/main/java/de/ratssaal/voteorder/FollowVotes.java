package de.ratssaal.voteorder;

import de.ratssaal.amendment.AmendmentDecisions;
import de.ratssaal.amendment.AmendmentId;
import de.ratssaal.amendment.AmendmentOutcome;
import de.ratssaal.amendment.Count;
import de.ratssaal.identity.Access;
import de.ratssaal.paper.PaperWordings;
import de.ratssaal.paper.ProposalChanging;
import de.ratssaal.paper.ResolutionProposal;
import de.ratssaal.voting.PollAnnulled;
import de.ratssaal.voting.PollClosed;
import de.ratssaal.voting.PollQuestion;
import de.ratssaal.voting.ResolutionBook;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Makes of a vote on a part what follows from it, in the same transaction: what was decided on the amendment, or the text with the
 * points that were carried.
 */
@Component
class FollowVotes {

    private static final String JOB = "voteorder";

    private final VoteParts parts;
    private final VotesInOrder votes;
    private final AmendmentDecisions decisions;
    private final ProposalChanging changing;
    private final PaperWordings wordings;
    private final ResolutionBook resolutions;
    private final Access access;

    FollowVotes(
            VoteParts parts,
            VotesInOrder votes,
            AmendmentDecisions decisions,
            ProposalChanging changing,
            PaperWordings wordings,
            ResolutionBook resolutions,
            Access access) {
        this.parts = parts;
        this.votes = votes;
        this.decisions = decisions;
        this.changing = changing;
        this.wordings = wordings;
        this.resolutions = resolutions;
        this.access = access;
    }

    @EventListener
    void on(PollClosed event) {
        parts.find(event.poll()).ifPresent(part -> {
            var amendment = part.amendment();
            if (amendment == null) {
                followPoint(part);
            } else {
                decide(amendment, event);
            }
        });
    }

    private void decide(AmendmentId amendment, PollClosed event) {
        var tally = event.tally();
        decisions.decide(
                amendment,
                event.item(),
                event.outcome().isAdopted() ? AmendmentOutcome.ADOPTED : AmendmentOutcome.REJECTED,
                new Count(tally.yes(), tally.no(), tally.abstentions()));
    }

    /** Once all points are decided, the text holds those that were carried; without any the whole is rejected. */
    private void followPoint(VoteParts.Part part) {
        var now = access.asSystem(JOB, () -> votes.of(part.meeting(), part.item()));
        var points = now.steps().stream()
                .filter(VoteStep.OfPoint.class::isInstance)
                .map(VoteStep.OfPoint.class::cast)
                .toList();
        if (points.isEmpty() || points.stream().anyMatch(it -> !it.isDone())) {
            return;
        }
        var whole = parts.separation(part.item()).orElseThrow().proposal();
        if (points.stream().noneMatch(VotesInOrder::isCarried)) {
            var on = wordings.on(part.item()).orElseThrow();
            resolutions.rejectByPoints(
                    part.meeting(),
                    part.item(),
                    new PollQuestion(on.own().title(), whole.wording(), whole.serialise(), on.withChanges()));
            return;
        }
        changing.change(part.item(), whole, VotesInOrder.carried(whole, points));
    }

    /** The vote on a point is taken again: the text has all its points again until it is decided. */
    @EventListener
    void on(PollAnnulled event) {
        parts.find(event.poll()).ifPresent(part -> {
            parts.annul(event.poll(), event.at());
            if (part.separation() != null) {
                parts.separation(part.item())
                        .filter(it -> it.id().equals(part.separation()))
                        .ifPresent(it -> restore(part, it.proposal()));
            }
        });
    }

    private void restore(VoteParts.Part part, ResolutionProposal whole) {
        var current =
                Objects.requireNonNull(wordings.on(part.item()).orElseThrow().current());
        changing.change(part.item(), current, whole);
    }
}
