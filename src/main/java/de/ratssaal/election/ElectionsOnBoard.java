package de.ratssaal.election;

import de.ratssaal.chamber.BoardPart;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingSummary;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Adds the elections to the shared picture of a meeting. */
@Component
class ElectionsOnBoard implements BoardPart<MeetingElections> {

    private final ElectionRecords records;
    private final Elections elections;
    private final Voters voters;
    private final BallotsByDevice byDevice;

    ElectionsOnBoard(ElectionRecords records, Elections elections, Voters voters, BallotsByDevice byDevice) {
        this.records = records;
        this.elections = elections;
        this.voters = voters;
        this.byDevice = byDevice;
    }

    @Override
    public Class<MeetingElections> type() {
        return MeetingElections.class;
    }

    @Override
    public MeetingElections read(MeetingSummary meeting) {
        var rule = elections.rule(meeting.id());
        var all = records.of(meeting.id(), rule);
        var isOneToCome = all.stream()
                .flatMap(it -> it.currentRound().stream())
                .anyMatch(it -> it.state() == RoundState.PROPOSED);
        return new MeetingElections(
                all,
                !voters.appliesRecusal(meeting),
                rule,
                isOneToCome ? byDevice.whyNot(meeting.id()).orElse(null) : null,
                isOneToCome ? byDevice.registering(meeting.id()).orElse(null) : null);
    }

    @Override
    public MeetingElections without(MeetingElections whole, Predicate<AgendaItemId> mayKnow) {
        return whole.with(it -> it.isPublic() && mayKnow.test(it.item()));
    }

    /** Who may elect follows the election, though not the deliberation; who may not is shown what a vote shows them: nothing. */
    @Override
    public MeetingElections withoutRecused(MeetingElections whole, AgendaItemId item) {
        return whole.with(it -> whole.recusedElect() || !it.item().equals(item));
    }
}
