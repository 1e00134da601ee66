package de.ratssaal.election;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingHold;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import de.ratssaal.rules.ElectionRule;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Reading elections. Who stands and what was counted is open to everybody who may see the item; single ballots to nobody. */
@Service
@Transactional(readOnly = true)
public class Elections {

    private final ElectionRecords records;
    private final Meetings meetings;
    private final MeetingHold hold;
    private final Councils councils;
    private final Access access;

    Elections(ElectionRecords records, Meetings meetings, MeetingHold hold, Councils councils, Access access) {
        this.records = records;
        this.meetings = meetings;
        this.hold = hold;
        this.councils = councils;
        this.access = access;
    }

    /** Elections of a meeting in the order in which they were prepared, without what whoever asks may not see. */
    public List<ElectionSummary> of(MeetingId meeting) {
        return records.of(meeting, rule(meeting)).stream()
                .filter(mayBeSeen(meeting))
                .toList();
    }

    /** @throws NoSuchElementException if there is none, or none that whoever asks may see */
    public ElectionSummary election(ElectionId id) {
        var meeting = records.meetingOf(id);
        var election = records.election(id, rule(meeting));
        if (!mayBeSeen(meeting).test(election)) {
            throw new NoSuchElementException("election " + id);
        }
        return election;
    }

    private Predicate<ElectionSummary> mayBeSeen(MeetingId meeting) {
        if (meetings.maySeeNonPublic(meeting)) {
            return election -> true;
        }
        var visible =
                meetings.agenda(meeting).stream().map(AgendaItemSummary::id).collect(Collectors.toSet());
        return election -> election.isPublic() && visible.contains(election.item());
    }

    /** For an act of who conducts the meeting: the meeting is held first, so what is read is true until the commit. */
    @Transactional(propagation = Propagation.MANDATORY)
    ElectionSummary conducted(ElectionId id) {
        var meeting = records.meetingOf(id);
        hold.take(meeting);
        requireConduct(meeting);
        return election(id);
    }

    /** As {@link #conducted(ElectionId)}, for an act of somebody else whose right is asked for where it is done. */
    @Transactional(propagation = Propagation.MANDATORY)
    ElectionSummary held(ElectionId id) {
        hold.take(records.meetingOf(id));
        return election(id);
    }

    void requireConduct(MeetingId meeting) {
        access.require(meetings.meeting(meeting).organization(), Role.CHAIR, Role.DEPUTY_CHAIR, Role.SECRETARIAT);
    }

    ElectionRule rule(MeetingId id) {
        var meeting = meetings.meeting(id);
        return councils.rules(meeting.organization(), meeting.day()).election();
    }

    static RoundSummary round(ElectionSummary election, RoundId id) {
        return election.rounds().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("round " + id));
    }

    static LotSummary lot(ElectionSummary election, LotId id) {
        return election.lots().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("lot " + id));
    }

    static void require(boolean isSo, String key, Object... values) {
        if (!isSo) {
            throw new Refusal(key, values);
        }
    }
}
