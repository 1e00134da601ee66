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

    ElectionsOnBoard(ElectionRecords records, Elections elections, Voters voters) {
        this.records = records;
        this.elections = elections;
        this.voters = voters;
    }

    @Override
    public Class<MeetingElections> type() {
        return MeetingElections.class;
    }

    @Override
    public MeetingElections read(MeetingSummary meeting) {
        var rule = elections.rule(meeting.id());
        return new MeetingElections(records.of(meeting.id(), rule), !voters.appliesRecusal(meeting), rule);
    }

    @Override
    public MeetingElections without(MeetingElections whole, Predicate<AgendaItemId> mayKnow) {
        return new MeetingElections(
                whole.elections().stream()
                        .filter(it -> it.isPublic() && mayKnow.test(it.item()))
                        .toList(),
                whole.recusedElect(),
                whole.rule());
    }

    /** Who may elect follows the election, though not the deliberation; who may not is shown what a vote shows them: nothing. */
    @Override
    public MeetingElections withoutRecused(MeetingElections whole, AgendaItemId item) {
        return new MeetingElections(
                whole.elections().stream()
                        .filter(it -> whole.recusedElect() || !it.item().equals(item))
                        .toList(),
                whole.recusedElect(),
                whole.rule());
    }
}
