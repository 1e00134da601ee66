package de.ratssaal.conduct;

import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.attendance.Entitled;
import de.ratssaal.attendance.Quorum;
import de.ratssaal.attendance.VoteInHand;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingHold;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import de.ratssaal.voting.PollState;
import de.ratssaal.voting.Polls;
import de.ratssaal.voting.ResolutionBook;
import de.ratssaal.voting.Tally;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether a member is recused is in dispute: the meeting decides, without the member it is about (R7). For the chair and the
 * secretariat; whom it is about does not conduct it.
 */
@Service
@Transactional
public class DecidingRecusal {

    private final MeetingHold hold;
    private final Meetings meetings;
    private final AttendanceRegister attendance;
    private final Councils councils;
    private final Polls polls;
    private final ResolutionBook resolutions;
    private final RecusalStore store;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    DecidingRecusal(
            MeetingHold hold,
            Meetings meetings,
            AttendanceRegister attendance,
            Councils councils,
            Polls polls,
            ResolutionBook resolutions,
            RecusalStore store,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.hold = hold;
        this.meetings = meetings;
        this.attendance = attendance;
        this.councils = councils;
        this.polls = polls;
        this.resolutions = resolutions;
        this.store = store;
        this.events = events;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Enters the votes on whether a member is recused on the item before the meeting, counted by show of hands; more yes than no recuse
     * them, anything else lets them take part. Sent again, it changes nothing.
     *
     * @param id made by whoever sends it
     * @throws RuleViolation if there is no quorum without the member, or whom it is about conducts it
     * @throws Refusal if the item is not before the open meeting, is being voted on or was, they are no member with a vote, nobody voted, or there are more votes
     *     than members besides them
     */
    public void decide(UUID id, MeetingId meetingId, AgendaItemId item, PersonId person, Tally votes) {
        var meeting = conducted(meetingId);
        if (store.of(meetingId).all().stream().anyMatch(it -> it.id().equals(id))) {
            return;
        }
        if (!item.equals(meeting.currentItem())) {
            throw new Refusal("conduct.recusal.not-at-hand");
        }
        var source =
                councils.rules(meeting.organization(), meeting.day()).recusal().source();
        if (person.equals(meeting.conductedBy())
                || access.signedIn()
                        .map(SignedIn::person)
                        .filter(person::equals)
                        .isPresent()) {
            throw new RuleViolation("conduct.recusal.own", source);
        }
        if (polls.of(meetingId).stream().anyMatch(it -> it.item().equals(item) && it.state() == PollState.OPEN)
                || resolutions.of(meetingId).stream().anyMatch(it -> it.item().equals(item))) {
            throw new Refusal("conduct.recusal.too-late");
        }
        if (councils.member(meeting.organization(), person, meeting.day())
                .filter(it -> it.votes())
                .isEmpty()) {
            throw new Refusal("conduct.recusal.no-member");
        }
        requireCounted(meetingId, item, person, votes);
        var isRecused = votes.yes() > votes.no();
        var now = clock.instant();
        store.add(meetingId, new RecusalDecision(id, item, person, votes, isRecused, now));
        if (isRecused) {
            attendance.recuse(meetingId, item, person);
        } else {
            attendance.withdrawRecusal(meetingId, item, person);
        }
        events.publishEvent(new RecusalDecided(meetingId, item, person, votes, isRecused, now));
        notices.changed(ChangeNotices.meeting(meetingId.value()));
    }

    private void requireCounted(MeetingId meeting, AgendaItemId item, PersonId person, Tally votes) {
        var others = attendance.entitled(meeting, item).stream()
                .map(Entitled::person)
                .filter(it -> !it.equals(person))
                .collect(Collectors.toSet())
                .size();
        if (votes.total() == 0) {
            throw new Refusal("conduct.recusal.no-votes");
        }
        // neither their own votes nor those that they carry for others
        var most = attendance.strength(meeting, item).inHand().stream()
                .filter(it -> !it.voter().equals(person) && !it.caster().equals(person))
                .mapToInt(VoteInHand::weight)
                .sum();
        if (votes.total() > most) {
            throw new Refusal("conduct.recusal.too-many", most);
        }
        var quorum = attendance.quorum(meeting, item);
        // absent members whose vote somebody else carries, where the rules count them as present
        var counted = quorum.present() - attendance.entitled(meeting, item).size();
        var carried = counted == 0
                ? 0
                : (int) attendance.strength(meeting, item).inHand().stream()
                        .filter(it -> !it.isOwn() && !it.caster().equals(person))
                        .count();
        var less = quorum.present() - others - carried;
        var inVotes = quorum.votes();
        new Quorum(
                        quorum.rule(),
                        quorum.members(),
                        others + carried,
                        quorum.recused() + less,
                        quorum.allInvited(),
                        quorum.secondNotice(),
                        inVotes == null ? null : without(person, inVotes, meeting, item, counted > 0))
                .require();
    }

    private Quorum.InVotes without(
            PersonId person, Quorum.InVotes votes, MeetingId meeting, AgendaItemId item, boolean withCarried) {
        var others = attendance.strength(meeting, item).inHand().stream()
                .filter(it -> !it.voter().equals(person) && !it.caster().equals(person))
                .filter(it -> withCarried || it.isOwn())
                .mapToInt(VoteInHand::weight)
                .sum();
        return new Quorum.InVotes(votes.all(), others, votes.recused() + votes.present() - others);
    }

    private MeetingSummary conducted(MeetingId id) {
        hold.take(id);
        var meeting = meetings.meeting(id);
        access.require(meeting.organization(), Role.CHAIR, Role.DEPUTY_CHAIR, Role.SECRETARIAT);
        if (meeting.state() != MeetingState.OPEN) {
            throw new Refusal("conduct.not-open");
        }
        return meeting;
    }
}
