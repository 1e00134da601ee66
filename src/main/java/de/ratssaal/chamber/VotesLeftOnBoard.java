package de.ratssaal.chamber;

import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.attendance.Delegation;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.organization.Councils;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Adds the votes that members left to others to the shared picture of a meeting. */
@Component
class VotesLeftOnBoard implements BoardPart<VotesLeft> {

    private final AttendanceRegister attendance;
    private final Councils councils;

    VotesLeftOnBoard(AttendanceRegister attendance, Councils councils) {
        this.attendance = attendance;
        this.councils = councils;
    }

    @Override
    public Class<VotesLeft> type() {
        return VotesLeft.class;
    }

    @Override
    public VotesLeft read(MeetingSummary meeting) {
        var rules = councils.rules(meeting.organization(), meeting.day());
        if (!rules.delegation().permits() && !rules.weight().weighted()) {
            return VotesLeft.NONE;
        }
        return new VotesLeft(
                rules.delegation().most(),
                attendance.strength(meeting.id(), meeting.currentItem()).isByHands(),
                attendance.delegations(meeting.id()).stream()
                        .filter(Delegation::isInForce)
                        .map(it -> new VotesLeft.Left(it, councils.nameOf(it.member()), councils.nameOf(it.holder())))
                        .toList());
    }

    @Override
    public VotesLeft without(VotesLeft whole, Predicate<AgendaItemId> mayKnow) {
        return new VotesLeft(
                whole.most(),
                whole.isByHands(),
                whole.left().stream()
                        .filter(it -> {
                            var item = it.delegation().item();
                            return item == null || mayKnow.test(item);
                        })
                        .toList());
    }
}
