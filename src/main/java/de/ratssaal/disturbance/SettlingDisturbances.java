package de.ratssaal.disturbance;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.election.ElectionConduct;
import de.ratssaal.election.ElectionId;
import de.ratssaal.election.ElectionPreparing;
import de.ratssaal.election.Elections;
import de.ratssaal.election.RoundSummary;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.MeetingHold;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import de.ratssaal.voting.MotionId;
import de.ratssaal.voting.PollConduct;
import de.ratssaal.voting.PollId;
import de.ratssaal.voting.PollState;
import de.ratssaal.voting.Polls;
import de.ratssaal.voting.ProceduralMotion;
import de.ratssaal.voting.ProceduralMotions;
import java.time.Clock;
import java.time.Duration;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the chair, or the secretariat for them, does with reports of disturbances and what they affect (R16). */
@Service
@Transactional
public class SettlingDisturbances {

    private static final int LONGEST_PHONE = 60;
    private static final int LONGEST_MAIL = 200;

    private final MeetingHold hold;
    private final Meetings meetings;
    private final Councils councils;
    private final DisturbanceStore store;
    private final Polls polls;
    private final PollConduct conduct;
    private final ProceduralMotions motions;
    private final Elections elections;
    private final ElectionConduct rounds;
    private final ElectionPreparing electing;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    SettlingDisturbances(
            MeetingHold hold,
            Meetings meetings,
            Councils councils,
            DisturbanceStore store,
            Polls polls,
            PollConduct conduct,
            ProceduralMotions motions,
            Elections elections,
            ElectionConduct rounds,
            ElectionPreparing electing,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.hold = hold;
        this.meetings = meetings;
        this.councils = councils;
        this.store = store;
        this.polls = polls;
        this.conduct = conduct;
        this.motions = motions;
        this.elections = elections;
        this.rounds = rounds;
        this.electing = electing;
        this.events = events;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /**
     * The disturbance is over. What was counted meanwhile has to be taken again, or kept with a reason. Asked again, it changes
     * nothing.
     *
     * @param remark what was done; may be empty
     * @throws Refusal if the report was found irrelevant
     */
    public void resolve(DisturbanceId which, String remark) {
        var disturbance = conducted(which);
        if (disturbance.state() == DisturbanceState.RESOLVED) {
            return;
        }
        requirePending(disturbance);
        var now = clock.instant();
        store.settle(which, null, words(remark), now);
        events.publishEvent(new DisturbanceSettled(
                which, disturbance.meeting(), DisturbanceState.RESOLVED, null, remark.strip(), now));
        changed(disturbance.meeting());
    }

    /**
     * The report changes nothing: there are three grounds for that and no other. Asked again, it changes nothing.
     *
     * @param reason why, for the minutes
     * @throws RuleViolation if it is found too late that came in time
     * @throws Refusal if no reason is given, or the report is settled otherwise
     */
    public void findIrrelevant(DisturbanceId which, Ground ground, String reason) {
        var disturbance = conducted(which);
        if (disturbance.ground() == ground) {
            return;
        }
        requirePending(disturbance);
        if (reason.isBlank()) {
            throw new Refusal("disturbance.settle.reason-missing");
        }
        var meeting = meetings.meeting(disturbance.meeting());
        var rule = councils.rules(meeting.organization(), meeting.day()).disturbance();
        var after =
                Duration.between(disturbance.began(), disturbance.reportedAt()).toMinutes();
        var within = rule.reportWithinMinutes();
        if (ground == Ground.TOO_LATE && within != null && !rule.mayBeLate(after)) {
            throw new RuleViolation("disturbance.settle.in-time", rule.source(), after, within);
        }
        var now = clock.instant();
        store.settle(which, ground, words(reason), now);
        events.publishEvent(new DisturbanceSettled(
                which, disturbance.meeting(), DisturbanceState.IRRELEVANT, ground, reason.strip(), now));
        changed(disturbance.meeting());
    }

    /**
     * Takes again what was counted during a disturbance: a vote is opened anew and a motion is before the meeting anew; an election
     * begins anew. Asked again, it changes nothing.
     *
     * @throws Refusal if the item is not before the open meeting, or no reason is given
     */
    public void repeat(MeetingId id, UUID ref, String reason) {
        var step = undecided(id, ref, reason);
        if (step == null) {
            return;
        }
        switch (step.kind()) {
            case POLL -> repeatPoll(new PollId(ref), reason);
            case MOTION -> repeatMotion(id, ref);
            case ELECTION -> repeatElection(new ElectionId(ref), reason);
        }
        // what was taken back has told of itself already
        if (store.decide(id, ref, StepDecision.REPEAT, words(reason), clock.instant())) {
            tell(id, step, StepDecision.REPEAT, reason);
        }
        changed(id);
    }

    /**
     * What was counted during a disturbance stays. Asked again, it changes nothing.
     *
     * @throws Refusal if no reason is given, or the disturbance is not resolved
     */
    public void keep(MeetingId id, UUID ref, String reason) {
        var step = undecided(id, ref, reason);
        if (step == null) {
            return;
        }
        if (!store.decide(id, ref, StepDecision.KEEP, words(reason), clock.instant())) {
            throw new Refusal("disturbance.step.not-resolved");
        }
        tell(id, step, StepDecision.KEEP, reason);
        changed(id);
    }

    /** Where members report who cannot do it on their device; it stays for the meetings to come. */
    public void tellSecondWay(MeetingId id, String phone, String mail) {
        var meeting = meetings.meeting(id);
        requireConduct(meeting.organization());
        if (phone.isBlank() && mail.isBlank()) {
            throw new Refusal("disturbance.way.missing");
        }
        if (!phone.isBlank() && !phone.strip().matches("[+0-9][-0-9 /()]*")
                || phone.strip().length() > LONGEST_PHONE) {
            throw new Refusal("disturbance.way.phone-wrong");
        }
        if (!mail.isBlank() && !mail.strip().matches("[^@\\s]+@[^@\\s]+")
                || mail.strip().length() > LONGEST_MAIL) {
            throw new Refusal("disturbance.way.mail-wrong");
        }
        store.keepSecondWay(meeting.organization(), phone.strip(), mail.strip());
        events.publishEvent(new SecondWayChanged(meeting.organization(), phone.strip(), mail.strip(), clock.instant()));
        changed(id);
    }

    private void repeatPoll(PollId poll, String reason) {
        if (polls.poll(poll).state() == PollState.OPEN) {
            conduct.cancel(poll, reason);
        } else {
            conduct.annul(poll, reason);
        }
    }

    /** What the motion did to the item stays; nothing takes that back but a vote on the item. */
    private void repeatMotion(MeetingId meeting, UUID ref) {
        var motion = motions.of(meeting).stream()
                .filter(it -> it.id().equals(new MotionId(ref)))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("motion " + ref));
        if (hasSettled(motion)) {
            throw new Refusal("disturbance.step.motion-settled");
        }
        motions.enter(MotionId.next(), meeting, motion.item(), motion.kind(), motion.words(), motion.movedBy());
    }

    private static boolean hasSettled(ProceduralMotion motion) {
        return motion.isAdopted()
                && switch (motion.kind()) {
                    case DEFER, REFER, PASS_TO_NEXT_ITEM -> true;
                    case CLOSE_MEETING,
                            INTERRUPT,
                            EXCLUDE_PUBLIC,
                            END_DEBATE,
                            CLOSE_LIST,
                            SECRET_VOTE,
                            ROLL_CALL,
                            OTHER -> false;
                };
    }

    private void repeatElection(ElectionId id, String reason) {
        var election = elections.election(id);
        var running = election.rounds().stream().filter(RoundSummary::isRunning).findFirst();
        if (running.isPresent()) {
            rounds.cancelRound(running.get().id(), reason);
        } else {
            electing.beginAnew(id, reason);
        }
    }

    /** @return nothing if it was decided already */
    private @Nullable AffectedStep undecided(MeetingId id, UUID ref, String reason) {
        var meeting = held(id);
        requireConduct(meeting.organization());
        if (reason.isBlank()) {
            throw new Refusal("disturbance.settle.reason-missing");
        }
        var marked = store.of(id).stream()
                .flatMap(it -> it.steps().stream())
                .filter(it -> it.ref().equals(ref))
                .toList();
        if (marked.isEmpty()) {
            throw new NoSuchElementException("step " + ref);
        }
        return marked.stream().filter(it -> it.decision() == null).findFirst().orElse(null);
    }

    private Disturbance conducted(DisturbanceId which) {
        var meeting = store.find(which).orElseThrow(() -> unknown(which)).meeting();
        requireConduct(held(meeting).organization());
        return store.find(which).orElseThrow(() -> unknown(which));
    }

    private MeetingSummary held(MeetingId id) {
        meetings.hold(id);
        hold.take(id);
        return meetings.meeting(id);
    }

    private void requireConduct(OrganizationId organization) {
        access.require(organization, Role.SECRETARIAT, Role.CHAIR, Role.DEPUTY_CHAIR);
    }

    private static void requirePending(Disturbance disturbance) {
        if (!disturbance.isPending()) {
            throw new Refusal("disturbance.settled-already");
        }
    }

    private static String words(String said) {
        if (said.strip().length() > ReportingDisturbances.LONGEST_WORDS) {
            throw new Refusal("disturbance.words-too-long", ReportingDisturbances.LONGEST_WORDS);
        }
        return said.strip();
    }

    private void tell(MeetingId id, AffectedStep step, StepDecision decision, String reason) {
        events.publishEvent(
                new AffectedStepDecided(id, step.kind(), step.ref(), decision, reason.strip(), clock.instant()));
    }

    private void changed(MeetingId id) {
        notices.changed(ChangeNotices.meeting(id.value()));
    }

    private static NoSuchElementException unknown(DisturbanceId id) {
        return new NoSuchElementException("disturbance " + id);
    }
}
