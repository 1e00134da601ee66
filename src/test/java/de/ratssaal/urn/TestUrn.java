package de.ratssaal.urn;

import de.ratssaal.Acting;
import de.ratssaal.ballot.Booth;
import de.ratssaal.ballot.ElectionParameters;
import de.ratssaal.ballot.EncryptedBallot;
import de.ratssaal.ballot.Groups;
import de.ratssaal.ballot.PartialDecryption;
import de.ratssaal.ballot.Randomness;
import de.ratssaal.ballot.Secret;
import de.ratssaal.ballot.TestElection;
import de.ratssaal.identity.PersonId;
import de.ratssaal.teller.OwnCeremony;
import de.ratssaal.teller.TellerTask;
import de.ratssaal.teller.TestTellers;
import de.ratssaal.voting.TestMeeting;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/** What people and their devices do in a secret vote by device, whatever it decides; package {@code ballot} takes the place of the browsers. */
public abstract class TestUrn {

    private static final Randomness RANDOMNESS = Randomness.secure();

    public final TestMeeting meeting;
    public final SecretPollId poll;
    final TestTellers tellers;
    final ApplicationContext context;
    private final Map<PersonId, Secret> secrets;

    TestUrn(TestMeeting meeting, TestTellers tellers, SecretPollId poll, ApplicationContext context) {
        this.meeting = meeting;
        this.tellers = tellers;
        this.poll = poll;
        this.context = context;
        this.secrets = new HashMap<>();
    }

    /** The same vote, seen from another node. */
    TestUrn(TestUrn before, ApplicationContext context) {
        this.meeting = before.meeting;
        this.tellers = before.tellers;
        this.poll = before.poll;
        this.context = context;
        this.secrets = before.secrets;
    }

    /** Devices may register from now on. */
    abstract void begin();

    UrnConduct conduct() {
        return context.getBean(UrnConduct.class);
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
        tally().decrypt(number);
    }

    /** What the browser of a teller makes with its share. */
    PartialDecryption.Proven proven(int number) {
        return tally().proven(number);
    }

    void send(int teller, int owner, String partial, String strong) {
        tally().send(teller, owner, partial, strong);
    }

    void confirm(int number, boolean accepted) {
        confirm(number, accepted, String.valueOf(urn().resultHead()));
    }

    void confirm(int number, boolean accepted, String head) {
        tally().confirm(number, accepted, head);
    }

    private TestTally tally() {
        return new TestTally(poll, tellers, context);
    }

    List<TellerTask> tasks(int number) {
        return Acting.as(
                tellers.tellers().get(number - 1).person(),
                () -> context.getBean(OwnCeremony.class).tasks());
    }

    /** The record so far, as a teller fetches it. */
    byte[] archive() {
        return Acting.as(
                tellers.tellers().getFirst().person(),
                () -> context.getBean(Tallying.class).archive(poll));
    }

    UrnSummary urn() {
        return Acting.as(
                meeting.chair(), () -> context.getBean(Urns.class).find(poll).orElseThrow());
    }

    static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }
}
