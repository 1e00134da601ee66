package de.ratssaal.urn;

import static de.ratssaal.urn.OpenedElection.bytes;

import de.ratssaal.Acting;
import de.ratssaal.ballot.ElectionParameters;
import de.ratssaal.ballot.PartialDecryption;
import de.ratssaal.ballot.Randomness;
import de.ratssaal.ballot.Tally;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.organization.TestCouncil;
import de.ratssaal.teller.TestTellers;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/** What tellers and their browsers do after a secret vote by device. */
public record TestTally(SecretPollId poll, TestTellers tellers, ApplicationContext context) {

    private static final Randomness RANDOMNESS = Randomness.secure();

    /** Three tellers with a key, of whom two are needed; none of them is a member. */
    public static TestTellers ready(OrganizationId council, ApplicationContext context) {
        return ready(council, 3, 2, context);
    }

    /** As {@link #ready(OrganizationId, ApplicationContext)}, with as many tellers of whom as many are needed. */
    static TestTellers ready(OrganizationId council, int tellers, int threshold, ApplicationContext context) {
        var persons = Stream.generate(() -> TestCouncil.guest(council, context))
                .limit(tellers)
                .toList();
        context.getBean(TestAccounts.class).of(persons, "ein langer Weg zum Rathaus");
        return TestTellers.ready(council, persons, threshold, context);
    }

    /** @param number of the teller, from 1 */
    public void decrypt(int number) {
        var proven = proven(number);
        send(
                number,
                number,
                text(proven.decryption().write()),
                text(proven.strong().write()));
    }

    /** What the browser of a teller makes with its share. */
    PartialDecryption.Proven proven(int number) {
        var files = context.getBean(UrnStore.class).files(poll);
        var election = ElectionParameters.read(bytes(files.setup().election()));
        var sum = Tally.read(bytes(String.valueOf(files.tally())), election);
        return PartialDecryption.make(
                election, sum, tellers.tellers().get(number - 1).share(), RANDOMNESS);
    }

    void send(int teller, int owner, String partial, String strong) {
        Acting.as(
                tellers.tellers().get(teller - 1).person(),
                () -> context.getBean(Tallying.class).decrypt(poll, owner, partial, strong));
    }

    public void confirm(int number) {
        confirm(
                number,
                true,
                String.valueOf(context.getBean(UrnStore.class).urn(poll).resultHead()));
    }

    void confirm(int number, boolean accepted, String head) {
        Acting.as(
                tellers.tellers().get(number - 1).person(),
                () -> context.getBean(Tallying.class).confirm(poll, accepted, head));
    }

    private static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }
}
