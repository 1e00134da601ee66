package de.ratssaal.urn;

import de.ratssaal.election.BallotsByDevice;
import de.ratssaal.election.RoundId;
import de.ratssaal.meeting.MeetingId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets elections be held by device from their own card. */
@Component
class BallotsOfRounds implements BallotsByDevice {

    private final UrnConduct conduct;
    private final UrnStore store;
    private final Urns urns;

    BallotsOfRounds(UrnConduct conduct, UrnStore store, Urns urns) {
        this.conduct = conduct;
        this.store = store;
        this.urns = urns;
    }

    @Override
    public Optional<String> whyNot(MeetingId meeting) {
        return urns.whyNot(meeting);
    }

    @Override
    public Optional<RoundId> registering(MeetingId meeting) {
        return store.ofMeeting(meeting).stream()
                .filter(it -> it.kind() == MatterKind.ROUND && it.state() == UrnState.REGISTERING)
                .map(it -> it.poll().round())
                .findFirst();
    }

    @Override
    public void register(RoundId round) {
        conduct.begin(round);
    }
}
