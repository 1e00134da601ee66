package de.ratssaal.chamber;

import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.paper.StationResult;
import de.ratssaal.paper.StationResults;
import de.ratssaal.voting.Outcome;
import de.ratssaal.voting.PollSummary;
import de.ratssaal.voting.Polls;
import de.ratssaal.voting.Resolution;
import de.ratssaal.voting.ResolutionBook;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What became of papers, from the resolution book: each reader gets what they may know of the meeting. */
@Component
class KnownResults implements StationResults {

    private final ResolutionBook resolutions;
    private final Polls polls;

    KnownResults(ResolutionBook resolutions, Polls polls) {
        this.resolutions = resolutions;
        this.polls = polls;
    }

    @Override
    public Optional<StationResult> of(MeetingId meeting, AgendaItemId item) {
        return resolutions.of(meeting).stream()
                .filter(it -> it.item().equals(item))
                .findFirst()
                .map(this::result);
    }

    private StationResult result(Resolution resolution) {
        var poll = Optional.ofNullable(resolution.poll()).map(polls::poll);
        return new StationResult(
                resolution.outcome().name(),
                poll.map(PollSummary::tally).map(it -> it.yes()).orElse(null),
                poll.map(PollSummary::tally).map(it -> it.no()).orElse(null),
                poll.map(PollSummary::tally).map(it -> it.abstentions()).orElse(null),
                resolution.outcome() == Outcome.ADOPTED_WITH_CHANGES ? resolution.wording() : null);
    }
}
