package de.ratssaal.urn;

import static de.ratssaal.urn.OpenedElection.bytes;

import de.ratssaal.Acting;
import de.ratssaal.attendance.Place;
import de.ratssaal.ballot.Booth;
import de.ratssaal.ballot.ElectionParameters;
import de.ratssaal.ballot.EncryptedBallot;
import de.ratssaal.ballot.Groups;
import de.ratssaal.ballot.PartialDecryption;
import de.ratssaal.ballot.Randomness;
import de.ratssaal.ballot.Secret;
import de.ratssaal.ballot.Tally;
import de.ratssaal.ballot.TestElection;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.teller.OwnCeremony;
import de.ratssaal.teller.TellerTask;
import de.ratssaal.teller.TestTellers;
import de.ratssaal.voting.MotionId;
import de.ratssaal.voting.MotionKind;
import de.ratssaal.voting.PollConduct;
import de.ratssaal.voting.PollId;
import de.ratssaal.voting.PollQuestion;
import de.ratssaal.voting.PollSummary;
import de.ratssaal.voting.Polls;
import de.ratssaal.voting.ProceduralMotions;
import de.ratssaal.voting.TestMeeting;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/** A secret vote by device in a meeting of its own; package {@code ballot} takes the place of the browsers. */
public class TestVote {

    public static final String YES = "100";
    public static final String NO = "010";
    public static final String ABSTENTION = "001";

    private static final Randomness RANDOMNESS = Randomness.secure();

    public final TestMeeting meeting;
    public final PollId poll;
    final TestTellers tellers;
    private final ApplicationContext context;
    private final Map<PersonId, Secret> secrets;

    /** Members who are present, the last of them remotely; a secret vote was obtained on the item before the meeting. */
    public TestVote(int members, int present, ApplicationContext context) {
        this.context = context;
        this.secrets = new HashMap<>();
        this.meeting = TestMeeting.open(members, present - 1, context);
        meeting.arrive(meeting.member(present - 1), Place.REMOTE);
        this.tellers = tellersOf(meeting.council().council(), context);
        demandSecrecy();
        this.poll = Acting.as(
                meeting.chair(),
                () -> context.getBean(PollConduct.class)
                        .prepare(
                                meeting.id(),
                                meeting.item(),
                                new PollQuestion("Annehmen?", "Wortlaut", null, false),
                                null));
    }

    /** Three, of whom two are needed; none of them is a member. */
    private static TestTellers tellersOf(OrganizationId council, ApplicationContext context) {
        var persons = Stream.generate(() -> TestCouncil.guest(council, context))
                .limit(3)
                .toList();
        context.getBean(TestAccounts.class).of(persons, "ein langer Weg zum Rathaus");
        return TestTellers.ready(council, persons, 2, context);
    }

    private void demandSecrecy() {
        var motions = context.getBean(ProceduralMotions.class);
        var motion = MotionId.next();
        Acting.as(
                meeting.member(1),
                () -> motions.move(motion, meeting.id(), meeting.item(), MotionKind.SECRET_VOTE, ""));
        Acting.as(
                meeting.chair(),
                () -> motions.countAsking(
                        motion,
                        meeting.attendance()
                                .entitled(meeting.id(), meeting.item())
                                .size()));
    }

    /** The same vote, seen from another node. */
    private TestVote(TestVote before, ApplicationContext context) {
        this.context = context;
        this.meeting = before.meeting;
        this.tellers = before.tellers;
        this.poll = before.poll;
        this.secrets = before.secrets;
    }

    TestVote at(ApplicationContext node) {
        return new TestVote(this, node);
    }

    UrnConduct conduct() {
        return context.getBean(UrnConduct.class);
    }

    void begin() {
        Acting.as(meeting.chair(), () -> conduct().begin(poll));
    }

    /** Registers the devices of the first members. */
    void register(int many) {
        for (var it = 0; it < many; it++) {
            register(meeting.member(it));
        }
    }

    void register(PersonId voter) {
        Acting.as(voter, () -> context.getBean(Registering.class).register(poll, credential(voter)));
    }

    /** The same at each call, as it lies on the voter's device. */
    String credential(PersonId voter) {
        return secret(voter).publicKey(Groups.belenios2048()).toString();
    }

    Secret secret(PersonId voter) {
        return secrets.computeIfAbsent(voter, it -> Secret.random(Groups.belenios2048(), RANDOMNESS));
    }

    void open(PersonId... without) {
        Acting.as(meeting.chair(), () -> conduct().open(poll, Set.of(without)));
    }

    /** Registration and opening for all of the first members. */
    public TestVote opened(int many) {
        begin();
        register(many);
        open();
        return this;
    }

    public String ballot(PersonId voter, String marks) {
        return ballot(secret(voter), marks);
    }

    /** As it was opened. */
    public ElectionParameters election() {
        var setup = Acting.as(meeting.chair(), () -> context.getBean(Urns.class).setup(poll));
        return ElectionParameters.read(setup.election().getBytes(StandardCharsets.UTF_8));
    }

    String ballot(Secret secret, String marks) {
        EncryptedBallot made = new Booth(election()).ballot(secret, TestElection.marks(marks), RANDOMNESS);
        return new String(made.content(), StandardCharsets.UTF_8);
    }

    String cast(PersonId voter, String ballot) {
        return Acting.as(voter, () -> context.getBean(CastingBallots.class).cast(poll, ballot));
    }

    String vote(int member, String marks) {
        var voter = meeting.member(member);
        return cast(voter, ballot(voter, marks));
    }

    public void end() {
        Acting.as(meeting.chair(), () -> conduct().end(poll));
    }

    /** @param number of the teller, from 1 */
    void decrypt(int number) {
        var proven = proven(number);
        send(
                number,
                number,
                text(proven.decryption().write()),
                text(proven.strong().write()));
    }

    /** What the browser of a teller makes with its share. */
    PartialDecryption.Proven proven(int number) {
        var urn = context.getBean(UrnStore.class).urn(poll);
        var election = ElectionParameters.read(bytes(String.valueOf(urn.election())));
        var sum = Tally.read(bytes(String.valueOf(urn.tally())), election);
        return PartialDecryption.make(
                election, sum, tellers.tellers().get(number - 1).share(), RANDOMNESS);
    }

    private PersonId teller(int number) {
        return tellers.tellers().get(number - 1).person();
    }

    void send(int teller, int owner, String partial, String strong) {
        Acting.as(teller(teller), () -> context.getBean(Tallying.class).decrypt(poll, owner, partial, strong));
    }

    void confirm(int number, boolean accepted) {
        confirm(number, accepted, String.valueOf(urn().resultHead()));
    }

    void confirm(int number, boolean accepted, String head) {
        Acting.as(teller(number), () -> context.getBean(Tallying.class).confirm(poll, accepted, head));
    }

    List<TellerTask> tasks(int number) {
        return Acting.as(
                teller(number), () -> context.getBean(OwnCeremony.class).tasks());
    }

    /** The record so far, as a teller fetches it. */
    byte[] archive() {
        return Acting.as(teller(1), () -> context.getBean(Tallying.class).archive(poll));
    }

    UrnSummary urn() {
        return Acting.as(
                meeting.chair(), () -> context.getBean(Urns.class).find(poll).orElseThrow());
    }

    PollSummary result() {
        return Acting.as(meeting.chair(), () -> context.getBean(Polls.class).poll(poll));
    }

    static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }
}
