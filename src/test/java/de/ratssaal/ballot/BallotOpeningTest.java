package de.ratssaal.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ratssaal.ballot.TestElection.Tellers;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A ballot that is challenged instead of cast")
class BallotOpeningTest {

    private static final Randomness RANDOMNESS = new ListedRandomness("opening");
    private static final TestElection ELECTION = new TestElection(
            "RatssaaLReveaLed1", List.of(TestElection.ADOPT), 3, Tellers.single(1, RANDOMNESS), RANDOMNESS);

    private static BallotOpening opening(String marks) {
        return BallotOpening.prepare(
                ELECTION.election(),
                ELECTION.credentials(),
                ELECTION.voters().get(1),
                new byte[32],
                TestElection.marks(marks),
                RANDOMNESS);
    }

    private static EncryptedBallot ballot(BallotOpening opening) {
        return opening.ballot(ELECTION.election(), ELECTION.credentials());
    }

    @Test
    @DisplayName("is made again from its seed, and is a valid one")
    void madeAgain() {
        var opening = opening("010");
        var ballot = ballot(BallotOpening.read(opening.write()));
        assertThat(new BallotChecks(ELECTION.election()).check(ballot)).isEqualTo(Check.valid());
        assertThat(ballot.tracker()).isEqualTo(ballot(opening).tracker());
        assertThat(opening.write()).hasSizeLessThan(200);
    }

    @Test
    @DisplayName("that holds something else than is said does not come out signed")
    void otherMarks() {
        var opening = opening("010");
        var lie = new BallotOpening(
                opening.uuid(), TestElection.marks("100"), opening.place(), opening.seed(), opening.signature());
        assertThatThrownBy(() -> ballot(lie)).hasMessageContaining("did not sign");
        var other = new BallotOpening(
                opening.uuid(), opening.marks(), (opening.place() + 1) % 3, opening.seed(), opening.signature());
        assertThatThrownBy(() -> ballot(other)).hasMessageContaining("did not sign");
    }

    @Test
    @DisplayName("of another election, of no voter, with marks that are not allowed, misspelled")
    void refused() {
        var text = opening("010").write();
        for (var wrong : List.of(
                text.replace("ReveaLed1", "ReveaLed2"),
                text.replace(".010.", ".110."),
                text.replace(".010.", ".0100."),
                text.replace(".010.", ".010-1."),
                text.replaceFirst("\\.010\\.[0-2]\\.", ".010.3."),
                text.replaceFirst("1\\.", "2."),
                text + "A",
                "")) {
            assertThatThrownBy(() -> ballot(BallotOpening.read(wrong)))
                    .as(wrong)
                    .isInstanceOf(MalformedRecord.class);
        }
    }
}
