package de.ratssaal.conduct;

import de.ratssaal.base.Refusal;
import de.ratssaal.election.RoundOpened;
import de.ratssaal.meeting.ConductGuard;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.voting.PollOpened;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** While the quorum is in doubt nothing is put to the vote, and the meeting does not end in the middle of a roll call. */
@Component
class KeepQuorum implements ConductGuard {

    private final CallStore store;

    KeepQuorum(CallStore store) {
        this.store = store;
    }

    @EventListener
    void on(PollOpened event) {
        requireNobodyCalled(event.meeting());
    }

    @EventListener
    void on(RoundOpened event) {
        requireNobodyCalled(event.meeting());
    }

    @Override
    public void requireMayGoOn(MeetingId meeting) {
        // who is called out goes on being called out
    }

    @Override
    public void requireMayClose(MeetingId meeting) {
        requireNobodyCalled(meeting);
    }

    private void requireNobodyCalled(MeetingId meeting) {
        if (store.of(meeting).open().isPresent()) {
            throw new Refusal("conduct.quorum.in-doubt");
        }
    }
}
