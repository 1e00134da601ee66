package de.ratssaal.disturbance;

import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import de.ratssaal.reader.ReportingWay;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The second way to report (R16) is on the page that is there without network, for those who may report. */
@Component
class SecondWayTakenAlong implements ReportingWay {

    private final DisturbanceStore store;
    private final Meetings meetings;
    private final Councils councils;

    SecondWayTakenAlong(DisturbanceStore store, Meetings meetings, Councils councils) {
        this.store = store;
        this.meetings = meetings;
        this.councils = councils;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Way> of(MeetingId id) {
        var meeting = meetings.meeting(id);
        if (meeting.state() == MeetingState.CLOSED
                || meeting.state() == MeetingState.CANCELLED
                || !meetings.maySeeNonPublic(id)) {
            return Optional.empty();
        }
        var entered = store.secondWay(meeting.organization());
        return Optional.of(new Way(
                entered.map(SecondWay::phone).orElse(""),
                entered.map(SecondWay::mail).orElse(""),
                councils.body(councils.organization(meeting.organization()).body())
                        .contact()
                        .lines()
                        .toList()));
    }
}
