package de.ratssaal.urn;

import de.ratssaal.chamber.BoardPart;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Secret votes by device in the shared picture of a meeting. */
@Component
class UrnsOnBoard implements BoardPart<UrnsOfMeeting> {

    private final Urns urns;

    UrnsOnBoard(Urns urns) {
        this.urns = urns;
    }

    @Override
    public Class<UrnsOfMeeting> type() {
        return UrnsOfMeeting.class;
    }

    @Override
    public UrnsOfMeeting read(MeetingSummary meeting) {
        return new UrnsOfMeeting(
                urns.of(meeting.id()),
                meeting.state() == MeetingState.CLOSED
                        ? null
                        : urns.whyNot(meeting.id()).orElse(null));
    }

    @Override
    public UrnsOfMeeting without(UrnsOfMeeting whole, Predicate<AgendaItemId> mayKnow) {
        return whole.with(it -> mayKnow.test(it.item()));
    }

    /** Who elects although they are recused needs their booth. */
    @Override
    public UrnsOfMeeting withoutRecused(UrnsOfMeeting whole, AgendaItemId item) {
        return whole.with(it -> it.matter().doRecusedVote() || !it.item().equals(item));
    }
}
