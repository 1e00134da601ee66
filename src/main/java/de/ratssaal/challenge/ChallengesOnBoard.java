package de.ratssaal.challenge;

import de.ratssaal.chamber.BoardPart;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.organization.Councils;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Adds the challenges on the item before the meeting to the shared picture. */
@Component
class ChallengesOnBoard implements BoardPart<MeetingChallenges> {

    private final ChallengeStore store;
    private final Councils councils;

    ChallengesOnBoard(ChallengeStore store, Councils councils) {
        this.store = store;
        this.councils = councils;
    }

    @Override
    public Class<MeetingChallenges> type() {
        return MeetingChallenges.class;
    }

    @Override
    public MeetingChallenges read(MeetingSummary meeting) {
        var item = meeting.currentItem();
        if (item == null || meeting.state() == MeetingState.CLOSED) {
            return MeetingChallenges.NONE;
        }
        return new MeetingChallenges(store.of(meeting.id()).stream()
                .filter(it -> it.item().equals(item))
                .map(it -> new MeetingChallenges.Raised(it, councils.nameOf(it.by())))
                .toList());
    }

    @Override
    public MeetingChallenges without(MeetingChallenges whole, Predicate<AgendaItemId> mayKnow) {
        return new MeetingChallenges(whole.raised().stream()
                .filter(it ->
                        it.challenge().isPublic() && mayKnow.test(it.challenge().item()))
                .toList());
    }
}
