package de.ratssaal.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.ballot.TestElection.Tellers;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whoever votes can sign whatever they like. */
@DisplayName("A ballot that its voter made by other rules and signed")
class ChangedBallotTest {

    private static final Group GROUP = Groups.belenios2048();
    private static final BigInteger PRIME = ((ModularGroup) GROUP).prime();
    private static final Randomness RANDOMNESS = new ListedRandomness("voter");
    private static final Secret VOTER = Secret.random(GROUP, RANDOMNESS);
    private static final ElectionParameters ELECTION = ElectionParameters.define(
            "RatssaaLChanged2",
            "Wahl",
            "Probe",
            List.of(TestElection.ADOPT, Question.upTo(2, "Ausschuss", List.of("A", "B", "C"))),
            Tellers.single(1, RANDOMNESS).trustees());
    private static final BallotChecks CHECKS = new BallotChecks(ELECTION);
    private static final Json.Fields BALLOT = (Json.Fields) JsonReader.read(new Booth(ELECTION)
                    .ballot(VOTER, TestElection.marks("100", "0110"), RANDOMNESS)
                    .content())
            .value();

    private static Step foundBy(Json ballot) {
        return CHECKS.check(Forgery.signed((Json.Fields) ballot, VOTER, RANDOMNESS)) instanceof Check.Invalid invalid
                ? invalid.step()
                : null;
    }

    @Test
    @DisplayName("unchanged, it is valid")
    void unchanged() {
        assertThat(foundBy(BALLOT)).isNull();
    }

    @Test
    @DisplayName("each number of an answer is found by the step that must find it")
    void numbers() {
        for (var change : Changes.ofValues(BALLOT)) {
            var path = change.path();
            if (path.startsWith("signature")) {
                continue;
            }
            assertThat(foundBy(change.record())).as(path).isEqualTo(expected(path));
        }
    }

    private static Step expected(String path) {
        if (path.contains("choices") || path.equals("credential")) {
            return Step.BALLOT_GROUP;
        }
        if (path.contains("individual_proofs")) {
            return Step.BALLOT_MARKS;
        }
        return path.contains("overall_proof") || path.contains("blank_proof") ? Step.BALLOT_NUMBER : Step.BALLOT_FORM;
    }

    @Test
    @DisplayName("G8: fields too many, too few, entries too few, leading zeros")
    void shapes() {
        for (var change : Changes.ofShape(BALLOT)) {
            if (!change.path().startsWith(".signature") && !change.path().startsWith("-signature")) {
                assertThat(foundBy(change.record())).as(change.path()).isEqualTo(Step.BALLOT_FORM);
            }
        }
        var text = BALLOT.write();
        for (var spelled : List.of(
                text + "\n",
                text.replace(",\"answers\"", ", \"answers\""),
                text.replaceFirst("\"credential\"", "\"cr\\\\u0065dential\""),
                text.replaceFirst("\\{\"election_uuid\"", "{\"election_uuid\":\"x\",\"election_uuid\""))) {
            assertThat(CHECKS.check(spelled.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOfSatisfying(
                            Check.Invalid.class, it -> assertThat(it.step()).isEqualTo(Step.BALLOT_FORM));
        }
    }

    @Test
    @DisplayName("a ciphertext of something else within the group does not fit its proof")
    void otherCiphertext() {
        for (var change : Changes.ofValues(BALLOT)) {
            if (!change.path().contains("choices[1].beta")) {
                continue;
            }
            var changed = Changes.at(
                    BALLOT,
                    change.path(),
                    it -> GROUP.multiply(GROUP.parse(it), GROUP.generator()).toString());
            assertThat(foundBy(changed)).as(change.path()).isEqualTo(Step.BALLOT_MARKS);
        }
    }

    @Test
    @DisplayName("a component outside the group that goes unnoticed in every equation is found first")
    void smallOrder() {
        var path = "answers[0].choices[0].alpha";
        var changed = Changes.at(
                BALLOT, path, it -> PRIME.subtract(new BigInteger(it)).toString());
        assertThat(foundBy(changed)).isEqualTo(Step.BALLOT_GROUP);
    }

    @Test
    @DisplayName("signed by another credential than the one it names")
    void otherSigner() {
        var stranger = Secret.random(GROUP, RANDOMNESS);
        assertThat(CHECKS.check(Forgery.signed(BALLOT, stranger, RANDOMNESS)))
                .isInstanceOfSatisfying(
                        Check.Invalid.class, it -> assertThat(it.step()).isEqualTo(Step.BALLOT_SIGNATURE));
    }

    @Test
    @DisplayName("someone else's answers under one's own credential are of no use")
    void copiedAnswers() {
        var copier = Secret.random(GROUP, RANDOMNESS);
        var copied =
                Changes.at(BALLOT, "credential", it -> copier.publicKey(GROUP).toString());
        assertThat(CHECKS.check(Forgery.signed((Json.Fields) copied, copier, RANDOMNESS)))
                .isInstanceOfSatisfying(
                        Check.Invalid.class, it -> assertThat(it.step()).isEqualTo(Step.BALLOT_MARKS));
    }

    @Test
    @DisplayName("a ballot of another election")
    void otherElection() {
        var other = ElectionParameters.define(
                "RatssaaLChanged3",
                "Wahl",
                "Probe",
                ELECTION.questions(),
                Tellers.single(1, RANDOMNESS).trustees());
        var ballot = new Booth(other).ballot(VOTER, TestElection.marks("100", "0110"), RANDOMNESS);
        assertThat(CHECKS.check(ballot.content()))
                .isInstanceOfSatisfying(
                        Check.Invalid.class, it -> assertThat(it.step()).isEqualTo(Step.BALLOT_FORM));
    }
}
