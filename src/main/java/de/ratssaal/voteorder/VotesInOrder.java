package de.ratssaal.voteorder;

import de.ratssaal.amendment.AmendmentDecision;
import de.ratssaal.amendment.AmendmentId;
import de.ratssaal.amendment.AmendmentMerging;
import de.ratssaal.amendment.AmendmentState;
import de.ratssaal.amendment.Amendments;
import de.ratssaal.amendment.MergePreview;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.paper.ConsultationRole;
import de.ratssaal.paper.ItemWording;
import de.ratssaal.paper.PaperWordings;
import de.ratssaal.paper.ResolutionProposal;
import de.ratssaal.voting.PollId;
import de.ratssaal.voting.PollState;
import de.ratssaal.voting.PollSummary;
import de.ratssaal.voting.Polls;
import de.ratssaal.voting.ProceduralMotions;
import de.ratssaal.voting.Resolution;
import de.ratssaal.voting.ResolutionBook;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds out which votes there are on an item and which come next. Asked by the application itself. */
@Component
@Transactional(readOnly = true)
class VotesInOrder {

    private final Polls polls;
    private final ProceduralMotions motions;
    private final ResolutionBook resolutions;
    private final Amendments amendments;
    private final AmendmentMerging merging;
    private final PaperWordings wordings;
    private final VoteParts parts;

    VotesInOrder(
            Polls polls,
            ProceduralMotions motions,
            ResolutionBook resolutions,
            Amendments amendments,
            AmendmentMerging merging,
            PaperWordings wordings,
            VoteParts parts) {
        this.polls = polls;
        this.motions = motions;
        this.resolutions = resolutions;
        this.amendments = amendments;
        this.merging = merging;
        this.wordings = wordings;
        this.parts = parts;
    }

    /** Without votes that were taken and hands that are counted. */
    VoteOrder of(MeetingId meeting, AgendaItemId item) {
        var all = polls.of(meeting).stream()
                .filter(it -> it.item().equals(item))
                .collect(Collectors.toMap(PollSummary::id, Function.identity()));
        var moved = motions.of(meeting).stream()
                .filter(it -> it.item().equals(item))
                .toList();
        var resolved = resolutions.of(meeting).stream()
                .filter(it -> it.item().equals(item))
                .map(Resolution::outcome)
                .findFirst()
                .orElse(null);
        var wording = wordings.on(item);
        var whole = new VoteStep.Whole(wording.filter(ItemWording::withChanges).isPresent(), resolved);
        if (wording.isEmpty()) {
            var steps = VoteOrder.steps(moved, List.of(), Map.of(), Set.of(), false, true, List.of(), whole);
            return new VoteOrder(item, null, steps, null, VoteOrder.Separation.IMPOSSIBLE, List.of(), List.of(), null);
        }
        var on = wording.get();
        var voted = parts.of(item);
        var rows = amendments.on(item);
        var reopened = reopened(item, voted);
        var decides = on.role() == ConsultationRole.DECISION;
        var decisions = new HashMap<AmendmentId, AmendmentDecision>();
        if (!rows.isEmpty()) {
            decisions.putAll(amendments.decisions(item));
        }
        decisions.keySet().removeAll(reopened);
        if (decides) { // what was decided before it was written anew meant something else
            rows.stream()
                    .filter(it -> it.amendment().state() == AmendmentState.SUBMITTED)
                    .forEach(it -> decisions.remove(it.amendment().id()));
        }
        var isMerged = rows.isEmpty()
                || merging.preview(item).map(MergePreview::isMerged).orElse(true);
        var points = points(item, on, voted, all);
        var steps = VoteOrder.steps(moved, rows, decisions, reopened, decides, isMerged, points, whole);
        var isReady = resolved == null
                && steps.stream()
                        .filter(it -> !it.isDone())
                        .findFirst()
                        .filter(whole::equals)
                        .isPresent();
        return new VoteOrder(
                item,
                on.paper(),
                steps,
                rows.isEmpty() ? null : amendments.reasonOfOrder(on.paper()).orElse(null),
                separation(points, on, isReady),
                List.of(),
                List.of(),
                null);
    }

    private static VoteOrder.Separation separation(List<VoteStep.OfPoint> points, ItemWording on, boolean isReady) {
        if (points.isEmpty()) {
            return isReady && on.current().points().size() > 1
                    ? VoteOrder.Separation.POSSIBLE
                    : VoteOrder.Separation.IMPOSSIBLE;
        }
        return points.stream().anyMatch(VoteStep.OfPoint::isDone)
                ? VoteOrder.Separation.BEGUN
                : VoteOrder.Separation.CHOSEN;
    }

    /** Amendments of which the vote is taken again. */
    Set<AmendmentId> reopened(AgendaItemId item) {
        return reopened(item, parts.of(item));
    }

    private Set<AmendmentId> reopened(AgendaItemId item, List<VoteParts.Part> voted) {
        var last = new HashMap<AmendmentId, VoteParts.Part>();
        for (var part : voted) {
            var amendment = part.amendment();
            if (amendment != null) {
                last.put(amendment, part);
            }
        }
        var reopened = new HashSet<AmendmentId>();
        last.forEach((amendment, part) -> {
            var annulledAt = part.annulledAt();
            if (annulledAt != null
                    && Optional.ofNullable(amendments.decisions(item).get(amendment))
                            .filter(it -> it.at().isAfter(annulledAt))
                            .isEmpty()) {
                reopened.add(amendment);
            }
        });
        return reopened;
    }

    /** Votes on points, as long as the text is the one whose points were separated, or what they made of it. */
    private List<VoteStep.OfPoint> points(
            AgendaItemId item, ItemWording on, List<VoteParts.Part> voted, Map<PollId, PollSummary> all) {
        var separated = parts.separation(item).orElse(null);
        if (separated == null) {
            return List.of();
        }
        var decided = new HashMap<Integer, PollSummary>();
        for (var part : voted) {
            var poll = all.get(part.poll());
            if (separated.id().equals(part.separation()) && poll != null && poll.holds()) {
                decided.put(part.point(), poll);
            }
        }
        var points = new ArrayList<VoteStep.OfPoint>();
        for (var point : separated.proposal().points()) {
            var number = points.size() + 1;
            points.add(new VoteStep.OfPoint(number, point, decided.get(number)));
        }
        var isTheText =
                on.current().equals(separated.proposal()) || on.current().equals(carried(separated.proposal(), points));
        return isTheText ? points : List.of();
    }

    /** The text with the points that were carried, numbered anew. */
    static ResolutionProposal carried(ResolutionProposal whole, List<VoteStep.OfPoint> points) {
        return new ResolutionProposal(
                whole.intro(),
                points.stream()
                        .filter(VotesInOrder::isCarried)
                        .map(VoteStep.OfPoint::point)
                        .toList());
    }

    static boolean isCarried(VoteStep.OfPoint step) {
        var poll = step.poll();
        return poll != null
                && poll.state() == PollState.CLOSED
                && poll.outcome() != null
                && poll.outcome().isAdopted();
    }
}
