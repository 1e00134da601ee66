package de.ratssaal.urn;

import static de.ratssaal.urn.OpenedElection.bytes;

import de.ratssaal.attendance.AttendanceRegister;
import de.ratssaal.attendance.Entitled;
import de.ratssaal.ballot.Credentials;
import de.ratssaal.ballot.ElectionParameters;
import de.ratssaal.ballot.EncryptedBallot;
import de.ratssaal.ballot.Groups;
import de.ratssaal.ballot.Hash;
import de.ratssaal.ballot.Question;
import de.ratssaal.ballot.SizedTally;
import de.ratssaal.ballot.Tally;
import de.ratssaal.ballot.Trustees;
import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Messages;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.ItemState;
import de.ratssaal.meeting.MeetingHold;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.teller.TellerKey;
import de.ratssaal.teller.TellerKeys;
import de.ratssaal.voting.PollConduct;
import de.ratssaal.voting.PollId;
import de.ratssaal.voting.PollQuestion;
import de.ratssaal.voting.PollState;
import de.ratssaal.voting.PollSummary;
import de.ratssaal.voting.Polls;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the chair, or the secretariat for them, does with secret votes by device. */
@Service
public class UrnConduct {

    private static final String LETTERS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final int UUID_LENGTH = 22;
    private static final Locale LANGUAGE = Locale.GERMAN;

    private final UrnStore store;
    private final Collecting collecting;
    private final Registering registering;
    private final RecordKeeping records;
    private final OpenedElections elections;
    private final TellerKeys keys;
    private final SecretVoteRules rules;
    private final Tallying tallying;
    private final PollConduct voting;
    private final Polls polls;
    private final Meetings meetings;
    private final AttendanceRegister attendance;
    private final MeetingHold hold;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Messages messages;
    private final Access access;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    UrnConduct(
            UrnStore store,
            Collecting collecting,
            Registering registering,
            RecordKeeping records,
            OpenedElections elections,
            TellerKeys keys,
            SecretVoteRules rules,
            Tallying tallying,
            PollConduct voting,
            Polls polls,
            Meetings meetings,
            AttendanceRegister attendance,
            MeetingHold hold,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Messages messages,
            Access access,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.collecting = collecting;
        this.registering = registering;
        this.records = records;
        this.elections = elections;
        this.keys = keys;
        this.rules = rules;
        this.tallying = tallying;
        this.voting = voting;
        this.polls = polls;
        this.meetings = meetings;
        this.attendance = attendance;
        this.hold = hold;
        this.events = events;
        this.notices = notices;
        this.messages = messages;
        this.access = access;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Begins with the registration of devices. While it runs already, it changes nothing.
     *
     * @throws Refusal if the vote is not to be secret, the tellers have no key, or the item is not before the meeting
     */
    public void begin(PollId id) {
        begin(polls.poll(id).meeting(), () -> id);
    }

    /**
     * Puts a question on an item and begins with the registration of devices for it. While devices register for the item already, it
     * changes nothing.
     *
     * @throws Refusal as {@link #begin(PollId)} and {@link PollConduct#prepare} do
     */
    public void begin(MeetingId meeting, AgendaItemId item, PollQuestion question) {
        begin(
                meeting,
                () -> store.ofMeeting(meeting).stream()
                        .filter(it -> it.item().equals(item) && it.state() == UrnState.REGISTERING)
                        .map(Urn::poll)
                        .findFirst()
                        .orElseGet(() -> voting.prepare(meeting, item, question, null)));
    }

    private void begin(MeetingId meeting, Supplier<PollId> which) {
        var key = SealedNote.newKey();
        var begun = transaction.execute(status -> {
            hold.take(meeting);
            requireConduct(meeting);
            return begin(which.get(), SealedNote.publicText(key));
        });
        if (begun != null && begun.attempt() > 0) {
            collecting.begin(begun.poll(), begun.attempt(), key);
        }
    }

    /** @param attempt none if it was begun before */
    private record Begun(PollId poll, int attempt) {}

    private Begun begin(PollId id, String collectorKey) {
        var poll = forAct(id);
        var before = store.find(id);
        if (before.filter(it -> it.state() == UrnState.REGISTERING).isPresent()) {
            return new Begun(id, 0);
        }
        if (before.filter(it -> it.openingHead() != null).isPresent() || poll.state() != PollState.PREPARED) {
            throw new Refusal("urn.begin.opened-already");
        }
        var meeting = requireAtHand(poll);
        if (!voting.isToBeSecret(id)) {
            throw new Refusal("urn.begin.not-secret");
        }
        store.ofMeeting(poll.meeting()).stream()
                .filter(it -> it.state() == UrnState.REGISTERING)
                .forEach(it -> store.cancel(it.poll(), messages.text(LANGUAGE, "urn.cancelled.other-poll")));
        var number = before.map(Urn::attempt).orElse(0) + 1;
        store.begin(begun(poll, requireKey(meeting), number, collectorKey));
        changed(poll.meeting());
        return new Begun(id, number);
    }

    private Urn begun(PollSummary poll, TellerKey key, int attempt, String collectorKey) {
        return new Urn(
                poll.id(),
                poll.meeting(),
                poll.item(),
                key.id(),
                newUuid(),
                UrnState.REGISTERING,
                attempt,
                collecting.node(),
                collectorKey,
                key.threshold(),
                null,
                key.trustees(),
                null,
                null,
                null,
                null,
                0,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private TellerKey requireKey(MeetingSummary meeting) {
        return keys.readyFor(meeting.organization()).orElseThrow(() -> new Refusal(keys.why(meeting.organization())));
    }

    private String newUuid() {
        return random.ints(UUID_LENGTH, 0, LETTERS.length())
                .collect(StringBuilder::new, (text, place) -> text.append(LETTERS.charAt(place)), StringBuilder::append)
                .toString();
    }

    /** Breaks the registration of devices off: the vote can be taken on paper, or registration begun again. */
    public void withdraw(PollId id) {
        transaction.executeWithoutResult(status -> {
            var poll = forAct(id);
            var urn = store.hold(id);
            if (urn.state() == UrnState.CANCELLED) {
                return;
            }
            if (urn.state() != UrnState.REGISTERING) {
                throw new Refusal("urn.withdraw.opened");
            }
            store.cancel(id, messages.text(LANGUAGE, "urn.cancelled.withdrawn"));
            changed(poll.meeting());
        });
        collecting.forget(id);
    }

    /**
     * Opens the vote for the devices that have registered. Opened again, it changes nothing.
     *
     * @param without members who are present and may vote, but do not want to take part: whoever is not named must have registered
     * @throws RuleViolation as {@link PollConduct#openByDevice} does
     * @throws Refusal as {@link PollConduct#openByDevice} does, if somebody's device is missing, or there are too few voters
     */
    public void open(PollId id, Set<PersonId> without) {
        var before = store.urn(id);
        requireConduct(before.meeting());
        if (before.state().isOpened()) {
            return;
        }
        if (before.state() == UrnState.REGISTERING && !collecting.isHere(before)) {
            registering.takeOver(before);
            throw new Refusal("urn.open.collected-anew");
        }
        var registered = collecting.shut(before).orElse(Map.of());
        try {
            transaction.executeWithoutResult(status -> open(id, before.attempt(), registered, without));
        } catch (RuntimeException e) {
            collecting.reopen(id);
            throw e;
        }
        collecting.forget(id);
    }

    private void open(PollId id, int attempt, Map<PersonId, String> registered, Set<PersonId> without) {
        var poll = forAct(id);
        var urn = store.hold(id);
        if (urn.state() != UrnState.REGISTERING || urn.attempt() != attempt) {
            throw new Refusal("urn.open.not-registering");
        }
        var entitled = attendance.entitled(poll.meeting(), poll.item()).stream()
                .map(Entitled::person)
                .toList();
        var missing = new HashSet<>(entitled);
        missing.removeAll(registered.keySet());
        missing.removeAll(without);
        if (!missing.isEmpty()) {
            throw new Refusal("urn.open.missing", missing.size());
        }
        var voters = entitled.stream()
                .filter(registered::containsKey)
                .filter(it -> !without.contains(it))
                .toList();
        var least = rules.of(urn.meeting()).leastVoters();
        if (voters.size() < least) {
            throw new Refusal("urn.open.too-few", least);
        }
        var now = clock.instant();
        var trustees = bytes(urn.trustees());
        var election = define(poll, urn, Trustees.read(trustees, Groups.belenios2048()));
        var credentials = credentials(voters, registered);
        var pen = records.continuing(urn).write(urn.chain().setup(election, trustees, credentials));
        store.open(urn, text(election), text(credentials), voters, pen.chain(), now);
        pen.done();
        // the state is written first: that the poll opens must not look like a vote on paper
        voting.openByDevice(id);
        events.publishEvent(new UrnOpened(
                id,
                poll.meeting(),
                urn.uuid(),
                voters.size(),
                String.valueOf(pen.chain().head()),
                now));
        changed(poll.meeting());
    }

    private static byte[] credentials(List<PersonId> voters, Map<PersonId, String> registered) {
        var group = Groups.belenios2048();
        return Credentials.write(voters.stream()
                .map(registered::get)
                .map(it -> group.parse(String.valueOf(it)))
                .toList());
    }

    private byte[] define(PollSummary poll, Urn urn, Trustees trustees) {
        var meeting = meetings.meeting(poll.meeting());
        var answers = List.of(
                messages.text(LANGUAGE, "urn.answer.yes"),
                messages.text(LANGUAGE, "urn.answer.no"),
                messages.text(LANGUAGE, "urn.answer.abstention"));
        return ElectionParameters.define(
                        urn.uuid(),
                        poll.question().question(),
                        meeting.organizationName() + ", " + meeting.day(),
                        List.of(Question.oneOf(asked(poll), answers)),
                        trustees)
                .content();
    }

    private static String asked(PollSummary poll) {
        var question = poll.question();
        return question.wording().isEmpty() ? question.question() : question.question() + "\n\n" + question.wording();
    }

    /**
     * Ends the vote: no more ballots are taken, and the tellers are asked for the result. Ended again, it changes nothing.
     *
     * @throws RuleViolation if the quorum was lost since opening (R4); the poll then has to be cancelled
     * @throws Refusal if the meeting is interrupted, or too few have voted
     */
    public void end(PollId id) {
        transaction.executeWithoutResult(status -> {
            var poll = forAct(id);
            var urn = store.hold(id);
            if (urn.state() != UrnState.OPEN) {
                if (!urn.state().isOpened()) {
                    throw new Refusal("urn.end.not-open");
                }
                return;
            }
            store.letNobodyIn(id);
            voting.shutUrn(id);
            var ballots = store.ballots(id);
            var least = rules.of(urn.meeting()).leastVoters();
            if (ballots.size() < least) {
                throw new Refusal("urn.end.too-few", ballots.size(), least);
            }
            var pen = records.continuing(urn);
            records.mixRest(pen);
            pen.write(pen.chain().endBallots());
            var closing = String.valueOf(pen.chain().head());
            var tally = sum(elections.opened(id).election(), ballots);
            var written = tally.write();
            var number = BigInteger.valueOf(ballots.size());
            pen.write(pen.chain().encryptedTally(tally, new SizedTally(ballots.size(), number, Hash.hex(written))));
            pen.done();
            var now = clock.instant();
            store.shut(id, ballots.size(), closing, text(written), now);
            events.publishEvent(new UrnShut(id, poll.meeting(), ballots.size(), closing, now));
            changed(poll.meeting());
            tallying.tellTellers(urn);
        });
    }

    private static Tally sum(ElectionParameters election, List<String> ballots) {
        var sum = Tally.empty(election);
        for (var ballot : ballots) {
            sum = sum.plus(EncryptedBallot.read(bytes(ballot), election), BigInteger.ONE, election.group());
        }
        return sum;
    }

    private MeetingSummary requireAtHand(PollSummary poll) {
        var meeting = meetings.meeting(poll.meeting());
        if (meeting.state() != MeetingState.OPEN) {
            throw new Refusal("voting.open.meeting-not-open");
        }
        var called = meetings.agenda(poll.meeting()).stream()
                .anyMatch(it -> it.id().equals(poll.item()) && it.state() == ItemState.CALLED);
        if (!called) {
            throw new Refusal("voting.open.item-not-called");
        }
        return meeting;
    }

    /**
     * First the meeting is held: what is read of it is then true until the commit.
     *
     * @throws NoSuchElementException if there is no such poll
     */
    private PollSummary forAct(PollId id) {
        var meeting = polls.poll(id).meeting();
        hold.take(meeting);
        requireConduct(meeting);
        return polls.poll(id);
    }

    private void requireConduct(MeetingId meeting) {
        access.require(meetings.meeting(meeting).organization(), Role.CHAIR, Role.DEPUTY_CHAIR, Role.SECRETARIAT);
    }

    private void changed(MeetingId meeting) {
        notices.changed(ChangeNotices.meeting(meeting.value()));
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }
}
