package de.ratssaal.election;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import java.time.Clock;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rounds held openly where the rules allow it and nobody objects: the chair asks, hands are raised and counted. Who objects makes
 * the round secret, and those that follow it.
 */
@Service
@Transactional
public class OpenRounds {

    private final ElectionRecords records;
    private final Elections elections;
    private final ElectionConduct conduct;
    private final Voters voters;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    OpenRounds(
            ElectionRecords records,
            Elections elections,
            ElectionConduct conduct,
            Voters voters,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.records = records;
        this.elections = elections;
        this.conduct = conduct;
        this.voters = voters;
        this.events = events;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /**
     * The chair asks whether anybody objects to an open round. Asked again it changes nothing.
     *
     * @throws RuleViolation if such an election is secret whoever objects
     * @throws Refusal if the item is not before the open meeting, or somebody objected before
     */
    public void ask(RoundId id) {
        var election = elections.conducted(records.electionOf(id));
        var round = proposed(election, id);
        requireMayBeOpen(election);
        if (round.askedAt() != null) {
            return;
        }
        conduct.requireAtHand(election);
        var now = clock.instant();
        records.ask(id, now);
        events.publishEvent(new OpenElectionAsked(election.id(), election.meeting(), id, now));
        changed(election);
    }

    /**
     * The member who is signed in objects to an open round. Said again it changes nothing.
     *
     * @throws RuleViolation if they may not elect
     * @throws Refusal if the chair did not ask, or the round has begun
     */
    public void object(RoundId id) {
        object(elections.held(records.electionOf(id)), id, access.requirePerson(), false);
    }

    /** As {@link #object}, entered by chair or secretariat for a member who raised a hand. */
    public void enterObjection(RoundId id, PersonId member) {
        object(elections.conducted(records.electionOf(id)), id, member, true);
    }

    private void object(ElectionSummary election, RoundId id, PersonId member, boolean enteredFor) {
        var round = proposed(election, id);
        Elections.require(round.askedAt() != null, "election.hands.not-asked");
        var rule = elections.rule(election.meeting());
        var mayElect = voters.present(election.meeting(), election.item());
        if (!mayElect.contains(member)) {
            throw new RuleViolation("election.hands.no-right", rule.source());
        }
        var now = clock.instant();
        if (!records.object(id, member, enteredFor, now)) {
            return;
        }
        var objecting = round.objections() + 1;
        var needed = rule.objection().needed(mayElect.size());
        if (objecting >= needed) {
            records.makeSecret(id);
        }
        events.publishEvent(new OpenElectionObjected(
                election.id(), election.meeting(), id, member, enteredFor, objecting, needed, now));
        changed(election);
    }

    /**
     * Opens a round by hands that are raised. Opened again it changes nothing.
     *
     * @throws RuleViolation if there is no quorum (R4), or the election is secret whoever objects
     * @throws Refusal if nobody was asked, somebody objected, or anything else stops a round
     */
    public void open(RoundId id) {
        var election = elections.conducted(records.electionOf(id));
        var round = Elections.round(election, id);
        if (round.isRunning() && round.way() == RoundWay.HANDS) {
            return;
        }
        requireMayBeOpen(election);
        Elections.require(proposed(election, id).askedAt() != null, "election.hands.not-asked");
        var objection = elections.rule(election.meeting()).objection();
        var present = voters.present(election.meeting(), election.item()).size();
        if (round.objections() > 0 && round.objections() >= objection.needed(present)) {
            throw new Refusal("election.hands.enough-now"); // some left since they were too few
        }
        conduct.begin(election, round, RoundWay.HANDS);
    }

    /**
     * Enters the hands that were counted, and announces the result.
     *
     * @param sheet as many in the urn as took part; who abstains is blank, nothing is invalid
     * @throws RuleViolation if the quorum was lost (R4); the round then has to be cancelled
     * @throws Refusal if a sum does not fit
     */
    public void enter(RoundId id, CountSheet sheet) {
        var election = elections.conducted(records.electionOf(id));
        var round = Elections.round(election, id);
        if (round.state() == RoundState.SETTLED) {
            return;
        }
        Elections.require(round.state() == RoundState.OPEN && round.way() == RoundWay.HANDS, "election.round.not-open");
        Elections.require(sheet.votes().keySet().equals(Set.copyOf(round.candidates())), "election.count.candidates");
        Elections.require(sheet.invalid() == 0, "election.hands.invalid");
        Elections.require(sheet.inUrn() >= 1, "election.hands.none");
        conduct.requireOpenMeeting(election.meeting());
        var quorum = voters.quorum(election.meeting(), election.item());
        quorum.require();
        Elections.require(voters.areByHands(election.meeting(), election.item()), "election.open.weighted");
        var votes = voters.votes(election.meeting(), election.item());
        var most = Math.max(round.entitled(), votes);
        Elections.require(sheet.inUrn() <= most, "election.hands.too-many", sheet.inUrn(), most);
        sheet.requireSumsFit(most, ElectionConduct.names(election, round));
        var now = clock.instant();
        records.hands(id, sheet.inUrn(), Math.max(sheet.inUrn(), votes));
        records.add(round, access.requirePerson(), sheet, now);
        events.publishEvent(new CountEntered(
                election.id(), election.meeting(), id, round.attempt(), access.requirePerson(), sheet, now));
        conduct.announce(elections.election(election.id()), id, sheet);
    }

    private void requireMayBeOpen(ElectionSummary election) {
        var secretBy = elections.rule(election.meeting()).secretBy(election.kind() == ElectionKind.LISTS);
        if (secretBy != null) {
            throw new RuleViolation("election.hands.secret", secretBy);
        }
        Elections.require(!election.isObjected(), "election.hands.objected");
    }

    private static RoundSummary proposed(ElectionSummary election, RoundId id) {
        var round = Elections.round(election, id);
        Elections.require(round.state() == RoundState.PROPOSED && !election.isOver(), "election.round.over");
        return round;
    }

    private void changed(ElectionSummary election) {
        notices.changed(ChangeNotices.meeting(election.meeting().value()));
    }
}
