package de.ratssaal.paper.ui;

import de.ratssaal.base.ui.Timeline;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.ItemState;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import de.ratssaal.paper.ConsultationSummary;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One station of a paper's way as it is shown.
 *
 * @param meeting where it is or was deliberated; none as long as that is open
 */
record Station(
        ConsultationSummary consultation,
        String organization,
        @Nullable MeetingSummary meeting,
        @Nullable AgendaItemSummary item) {

    static List<Station> of(List<ConsultationSummary> consultations, Councils councils, Meetings meetings) {
        return consultations.stream().map(it -> of(it, councils, meetings)).toList();
    }

    private static Station of(ConsultationSummary consultation, Councils councils, Meetings meetings) {
        var name = councils.organization(consultation.organization()).name();
        var meeting = consultation.meeting();
        if (meeting == null) {
            return new Station(consultation, name, null, null);
        }
        return new Station(
                consultation,
                name,
                meetings.meeting(meeting),
                meetings.agenda(meeting).stream()
                        .filter(it -> it.id().equals(consultation.item()))
                        .findFirst()
                        .orElse(null));
    }

    Timeline.Step step() {
        if (item == null || meeting == null) {
            return Timeline.Step.TO_COME;
        }
        if (item.state() == ItemState.DONE || meeting.state() == MeetingState.CLOSED) {
            return Timeline.Step.DONE;
        }
        return item.state() == ItemState.CALLED ? Timeline.Step.NOW : Timeline.Step.TO_COME;
    }

    /** Where the paper is now: at the station that is deliberating it, or that comes next. */
    static Optional<Station> next(List<Station> stations) {
        return stations.stream().filter(it -> it.step() != Timeline.Step.DONE).findFirst();
    }
}
