package de.ratssaal.urn;

import de.ratssaal.ballot.BallotChecks;
import de.ratssaal.ballot.Check;
import de.ratssaal.ballot.Credentials;
import de.ratssaal.ballot.ElectionParameters;
import de.ratssaal.ballot.EncryptedBallot;
import de.ratssaal.ballot.MalformedRecord;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.PersonId;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** What was fixed at the opening of a secret vote and never changes: read once for each vote and node. */
final class OpenedElection {

    private final Urn urn;
    private final ElectionSetup setup;
    private final ElectionParameters election;
    private final BallotChecks checks;
    private final Credentials credentials;
    private final Set<PersonId> voters;

    OpenedElection(Urn urn, ElectionSetup setup, Set<PersonId> voters) {
        this.urn = urn;
        this.setup = setup;
        this.election = ElectionParameters.read(bytes(setup.election()));
        this.checks = new BallotChecks(election);
        this.credentials = Credentials.read(bytes(setup.credentials()), election.group());
        this.voters = Set.copyOf(voters);
    }

    /** How it was when it was read: its state may be another one by now. */
    Urn urn() {
        return urn;
    }

    ElectionSetup setup() {
        return setup;
    }

    ElectionParameters election() {
        return election;
    }

    boolean hasVoter(PersonId person) {
        return voters.contains(person);
    }

    int countVoters() {
        return voters.size();
    }

    boolean hasCredential(String key) {
        return credentials.weights().keySet().stream()
                .anyMatch(it -> it.toString().equals(key));
    }

    /**
     * Reads a ballot and checks all of it.
     *
     * @throws Refusal if it does not hold, or nobody has registered its credential
     */
    EncryptedBallot requireSound(byte[] content) {
        EncryptedBallot ballot;
        try {
            ballot = EncryptedBallot.read(content, election);
        } catch (MalformedRecord malformed) {
            throw new Refusal("urn.cast.malformed");
        }
        if (!credentials.weights().containsKey(ballot.credential())) {
            throw new Refusal("urn.cast.stranger");
        }
        if (checks.check(ballot) instanceof Check.Invalid) {
            throw new Refusal("urn.cast.malformed");
        }
        return ballot;
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
