package de.ratssaal.election;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingHold;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MemberSummary;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the chair, or the secretariat for them, does before an election: what is elected, who stands, who counts. */
@Service
@Transactional
public class ElectionPreparing {

    static final int MOST_SEATS = 999;

    private final ElectionRecords records;
    private final Elections elections;
    private final Meetings meetings;
    private final MeetingHold hold;
    private final Councils councils;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Clock clock;

    ElectionPreparing(
            ElectionRecords records,
            Elections elections,
            Meetings meetings,
            MeetingHold hold,
            Councils councils,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Clock clock) {
        this.records = records;
        this.elections = elections;
        this.meetings = meetings;
        this.hold = hold;
        this.councils = councils;
        this.events = events;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * Prepares an election on an item. Where seats are shared out by the strength of groups, the groups are those of the
     * organization's members on the day.
     *
     * @throws Refusal if nothing is said of what is elected, or no seat, or the meeting is over, or no member belongs to a group
     */
    public ElectionId prepare(MeetingId id, AgendaItemId item, ElectionKind kind, String office, int seats) {
        hold.take(id);
        elections.requireConduct(id);
        Elections.require(!office.isBlank(), "election.prepare.office-missing");
        Elections.require(seats >= 1 && seats <= MOST_SEATS, "election.prepare.seats");
        var meeting = meetings.meeting(id);
        Elections.require(
                meeting.state() != MeetingState.CLOSED && meeting.state() != MeetingState.CANCELLED,
                "election.prepare.over");
        var onItem = meetings.agenda(id).stream()
                .filter(it -> it.id().equals(item))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("agenda item " + item));
        var election = new ElectionSummary(
                ElectionId.next(),
                id,
                item,
                onItem.isPublic(),
                kind,
                office.strip(),
                seats,
                elections.rule(id).seatMethod(),
                ElectionState.NOMINATING,
                List.of(),
                null,
                null,
                kind == ElectionKind.GROUPS ? groups(meeting) : List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        records.add(election, clock.instant());
        events.publishEvent(
                new ElectionPrepared(election.id(), id, item, kind, office.strip(), seats, clock.instant()));
        changed(id);
        return election.id();
    }

    private List<Candidate> groups(MeetingSummary meeting) {
        var strength = councils.members(meeting.organization(), meeting.day()).stream()
                .filter(it -> it.votes() && it.standsInFor() == null && it.groupShortName() != null)
                .collect(Collectors.groupingBy(ElectionPreparing::group, TreeMap::new, Collectors.summingInt(it -> 1)));
        Elections.require(!strength.isEmpty(), "election.prepare.no-groups");
        return strength.entrySet().stream()
                .map(it -> new Candidate(CandidateId.next(), it.getKey(), null, "", true, List.of(), it.getValue()))
                .toList();
    }

    private static String group(MemberSummary member) {
        return String.valueOf(member.groupShortName());
    }

    /**
     * Somebody is named as a candidate.
     *
     * @param person the person, if they are known here
     * @param proposedBy who names them
     * @param consented whether they agree to stand; that can be entered later
     * @param members names on a list, in order; empty for a person
     * @throws Refusal if the list is closed, a name is missing, or the candidate is on it already
     */
    public CandidateId nominate(
            ElectionId id,
            String name,
            @Nullable PersonId person,
            String proposedBy,
            boolean consented,
            List<String> members) {
        var election = nominating(id);
        Elections.require(election.kind() != ElectionKind.GROUPS, "election.nominate.groups");
        Elections.require(!name.isBlank(), "election.nominate.name-missing");
        Elections.require(!proposedBy.isBlank(), "election.nominate.by-missing");
        Elections.require(election.kind() != ElectionKind.LISTS || !members.isEmpty(), "election.nominate.list-empty");
        Elections.require(
                election.candidates().stream()
                        .noneMatch(
                                it -> it.name().equals(name.strip()) || person != null && person.equals(it.person())),
                "election.nominate.twice",
                name.strip());
        Elections.require(
                person == null || !election.tellers().contains(person), "election.tellers.is-candidate", name.strip());
        var candidate =
                new Candidate(CandidateId.next(), name.strip(), person, proposedBy.strip(), consented, members, 0);
        records.add(id, candidate);
        named(election, candidate);
        return candidate.id();
    }

    /** Who was named agrees to stand. Entered again it changes nothing. */
    public void consent(ElectionId id, CandidateId candidate) {
        var election = nominating(id);
        var stands = find(election, candidate);
        if (!stands.consented()) {
            var agreed = new Candidate(
                    stands.id(), stands.name(), stands.person(), stands.proposedBy(), true, stands.members(), 0);
            records.add(id, agreed);
            named(election, agreed);
        }
    }

    private void named(ElectionSummary election, Candidate candidate) {
        events.publishEvent(new CandidateNamed(
                election.id(),
                election.meeting(),
                candidate.id(),
                candidate.name(),
                candidate.proposedBy(),
                candidate.consented(),
                clock.instant()));
        changed(election.meeting());
    }

    /** Takes a candidate off the list. */
    public void takeOff(ElectionId id, CandidateId candidate) {
        var election = nominating(id);
        Elections.require(election.kind() != ElectionKind.GROUPS, "election.nominate.groups");
        find(election, candidate);
        records.remove(candidate);
        events.publishEvent(new CandidateTakenOff(id, election.meeting(), candidate, clock.instant()));
        changed(election.meeting());
    }

    /**
     * Names who counts the ballots, in the place of those named before.
     *
     * @throws Refusal if one of them stands for election, or a round is under way
     */
    public void nameTellers(ElectionId id, List<PersonId> tellers) {
        var election = elections.conducted(id);
        Elections.require(!election.isOver(), "election.over");
        Elections.require(
                election.currentRound().filter(RoundSummary::isRunning).isEmpty(), "election.tellers.running");
        election.candidates().stream()
                .filter(it -> it.person() != null && tellers.contains(it.person()))
                .findFirst()
                .ifPresent(it -> {
                    throw new Refusal("election.tellers.is-candidate", it.name());
                });
        var named = tellers.stream().distinct().toList();
        if (!named.equals(election.tellers())) {
            records.tellers(id, named);
            events.publishEvent(new TellersNamed(id, election.meeting(), named, clock.instant()));
            changed(election.meeting());
        }
    }

    /**
     * Closes the list of candidates. Only who was named before can be elected.
     *
     * @throws Refusal if nobody stands, or somebody has not agreed to
     */
    public void closeList(ElectionId id) {
        var election = elections.conducted(id);
        if (election.state() == ElectionState.RUNNING) {
            return;
        }
        requireNominating(election);
        Elections.require(election.kind() != ElectionKind.GROUPS, "election.nominate.groups");
        Elections.require(!election.candidates().isEmpty(), "election.list.empty");
        election.candidates().stream().filter(it -> !it.consented()).findFirst().ifPresent(it -> {
            throw new Refusal("election.list.no-consent", it.name());
        });
        records.state(id, ElectionState.RUNNING, null);
        records.propose(
                election,
                RoundKind.FIRST,
                election.seats(),
                election.candidates().stream().map(Candidate::id).toList());
        events.publishEvent(new CandidatesListed(
                id, election.meeting(), election.candidates().size(), clock.instant()));
        changed(election.meeting());
    }

    /** Ends an election without a result. Whoever is elected by then stays elected, and the seats that are left stay open. */
    public void cancel(ElectionId id, String reason) {
        var election = elections.conducted(id);
        Elections.require(!reason.isBlank(), "election.reason-missing");
        Elections.require(!election.isOver(), "election.over");
        if (!election.elected().isEmpty()) {
            leaveOpen(election, reason.strip());
            return;
        }
        election.currentRound()
                .filter(RoundSummary::isRunning)
                .ifPresent(it -> records.cancel(it.id(), reason.strip()));
        records.state(id, ElectionState.CANCELLED, reason.strip());
        events.publishEvent(new ElectionCancelled(id, election.meeting(), reason.strip(), clock.instant()));
        changed(election.meeting());
    }

    private void leaveOpen(ElectionSummary election, String reason) {
        election.currentRound().ifPresent(it -> records.cancel(it.id(), reason));
        records.state(election.id(), ElectionState.DECIDED, reason);
        events.publishEvent(
                new SeatsLeftOpen(election.id(), election.meeting(), election.openSeats(), reason, clock.instant()));
        changed(election.meeting());
    }

    /**
     * Elects again what was elected: after a challenge all of it; where somebody declined, or a seat stayed open, the open
     * seats. The same candidates stand but those who hold a seat or declined it.
     *
     * @throws Refusal if the election is not over, or is repeated already
     */
    public ElectionId repeat(ElectionId id, String reason) {
        var election = elections.conducted(id);
        Elections.require(!reason.isBlank(), "election.reason-missing");
        Elections.require(
                election.state() == ElectionState.DECIDED || election.state() == ElectionState.FAILED,
                "election.repeat.not-over");
        requireNotRepeated(election);
        var open = election.openSeats();
        var done =
                open > 0 ? election.elected().stream().map(Elected::candidate).toList() : List.<CandidateId>of();
        return again(election, open > 0 ? open : election.seats(), done, open == 0, reason.strip());
    }

    /**
     * Elects all of it anew, whatever came of it so far: nobody holds a seat by a round in which a member was shut out (R16).
     *
     * @throws Refusal if a round runs, nothing was counted yet, or it is repeated already
     */
    public ElectionId beginAnew(ElectionId id, String reason) {
        var election = elections.conducted(id);
        Elections.require(!reason.isBlank(), "election.reason-missing");
        Elections.require(
                election.currentRound().filter(RoundSummary::isRunning).isEmpty(), "election.tellers.running");
        Elections.require(
                switch (election.state()) {
                    case RUNNING, LOT, DECIDED, FAILED -> true;
                    case NOMINATING, CANCELLED, REPEATED -> false;
                },
                "election.repeat.not-over");
        requireNotRepeated(election);
        return again(election, election.seats(), List.of(), true, reason.strip());
    }

    private void requireNotRepeated(ElectionSummary election) {
        Elections.require(
                elections.of(election.meeting()).stream()
                        .noneMatch(it -> election.id().equals(it.repeats())),
                "election.repeat.twice");
    }

    /** @param done who does not stand again: they hold a seat, or declined it */
    private ElectionId again(
            ElectionSummary election, int seats, List<CandidateId> done, boolean isReplaced, String reason) {
        var again = new ElectionSummary(
                ElectionId.next(),
                election.meeting(),
                election.item(),
                election.isPublic(),
                election.kind(),
                election.office(),
                seats,
                election.seatMethod(),
                ElectionState.NOMINATING,
                List.of(),
                null,
                election.id(),
                election.candidates().stream()
                        .filter(it -> election.kind() != ElectionKind.PERSONS || !done.contains(it.id()))
                        .map(it -> new Candidate(
                                CandidateId.next(),
                                it.name(),
                                it.person(),
                                it.proposedBy(),
                                it.consented(),
                                it.members(),
                                it.strength()))
                        .toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        records.add(again, clock.instant());
        records.tellers(again.id(), election.tellers());
        if (isReplaced) {
            records.state(election.id(), ElectionState.REPEATED, reason);
        }
        events.publishEvent(
                new ElectionRepeated(election.id(), election.meeting(), again.id(), reason, clock.instant()));
        changed(election.meeting());
        return again.id();
    }

    private ElectionSummary nominating(ElectionId id) {
        var election = elections.conducted(id);
        requireNominating(election);
        return election;
    }

    private static void requireNominating(ElectionSummary election) {
        Elections.require(election.state() == ElectionState.NOMINATING, "election.nominate.closed");
    }

    private static Candidate find(ElectionSummary election, CandidateId id) {
        return election.candidates().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("candidate " + id));
    }

    private void changed(MeetingId meeting) {
        notices.changed(ChangeNotices.meeting(meeting.value()));
    }
}
