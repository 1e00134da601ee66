package de.ratssaal.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.ballot.RecordVerification.Verdict;
import de.ratssaal.ballot.RecordVerification.Wanted;
import de.ratssaal.ballot.TestElection.Tellers;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbers are those of docs/voting-protocol.md: what the format and belenios-tool let pass. */
@DisplayName("A record is rejected, with its reason, that the format lets pass")
class ForgedRecordTest {

    private static final Group GROUP = Groups.belenios2048();
    private static final Randomness RANDOMNESS = new ListedRandomness("forged");
    private static final Tellers TELLERS = Tellers.single(1, RANDOMNESS);
    private static final Tellers THREE = Tellers.threshold(2, 3, RANDOMNESS);
    private static final Wanted REVOTING = new Wanted(true, false, List.of(), List.of(), Optional.empty());

    @TempDir
    Path folder;

    private static TestElection election(Tellers tellers) {
        return new TestElection("RatssaaLForged11", List.of(TestElection.ADOPT), 3, tellers, RANDOMNESS);
    }

    /** With ballots of the first two voters. */
    private static TestElection voted() {
        return election(TELLERS).cast(0, "100").cast(1, "010");
    }

    private static Optional<Reason> why(byte[] archive, Wanted wanted) {
        return RecordVerification.verify(archive, wanted).failure().map(Check.Invalid::reason);
    }

    private static Optional<Reason> why(byte[] archive) {
        return why(archive, Wanted.FINISHED);
    }

    /** Where the program is there in the release of which it is known: that it notices nothing. */
    private void passesTheTool(byte[] archive) {
        if (BeleniosTool.program().isPresent()) {
            var tool = BeleniosTool.in(folder);
            if (tool.output("", "--version").startsWith("2.0")) {
                assertThat(tool.verify(archive).status()).isZero();
            }
        }
    }

    @Test
    @DisplayName("G1: ballots after the end of voting, which would replace all earlier ones")
    void lateBallots() {
        var late = election(TELLERS).cast(2, "001").close().decrypt(1).count();
        var forgery = Forgery.of(late)
                .insert(1, EventType.BALLOT, voted().ballot(0, "100").content());
        forgery.insert(2, EventType.END_BALLOTS);
        assertThat(why(forgery.archive())).contains(Reason.ORDER_LATE_BALLOT);
        passesTheTool(forgery.archive());
    }

    @Test
    @DisplayName("G2: a published sum that is not that of the ballots")
    void otherSum() {
        var other = election(TELLERS).cast(0, "100").cast(1, "100").close();
        var forged = Forgery.of(voted().close())
                .with(EventType.ENCRYPTED_TALLY, 0, other.tally().write())
                .linked()
                .archive();
        assertThat(why(forged, Wanted.UNFINISHED)).contains(Reason.TALLY_OTHER);
        passesTheTool(forged);
    }

    @Test
    @DisplayName("G3: wrong numbers of ballots and votes")
    void wrongNumbers() {
        var election = voted().close();
        var tally = Hash.hex(election.tally().write());
        for (var sized : List.of(new SizedTally(3, BigInteger.TWO, tally), new SizedTally(2, BigInteger.TEN, tally))) {
            var forged = Forgery.of(election)
                    .with(EventType.ENCRYPTED_TALLY, 1, sized.write())
                    .archive();
            assertThat(why(forged, Wanted.UNFINISHED))
                    .contains(sized.ballots() == 3 ? Reason.TALLY_BALLOTS : Reason.TALLY_WEIGHT);
            passesTheTool(forged);
        }
    }

    @Test
    @DisplayName("G4: counted without an end of voting")
    void noEnd() {
        var forged = Forgery.of(voted().close().decrypt(1).count())
                .without(EventType.END_BALLOTS)
                .archive();
        assertThat(why(forged)).contains(Reason.ORDER_NOT_ENDED);
        passesTheTool(forged);
    }

    @Test
    @DisplayName("G5: two results, two sums, two ends, two set-ups")
    void twice() {
        var sound = Forgery.of(voted().close().decrypt(1).count());
        for (var type : EventType.values()) {
            var forgery = Forgery.of(voted().close().decrypt(1).count());
            if (type == EventType.BALLOT || type == EventType.PARTIAL_DECRYPTION) {
                continue;
            }
            var at = forgery.find(type);
            forgery.insert(at + 1, type, forgery.parts().get(at).records().toArray(byte[][]::new));
            assertThat(RecordVerification.verify(forgery.archive(), Wanted.FINISHED)
                            .failure())
                    .as("%s", type)
                    .hasValueSatisfying(it -> assertThat(it.step()).isIn(Step.CHAIN, Step.ORDER));
        }
        sound.insert(sound.parts().size(), EventType.RESULT, sound.record(EventType.RESULT, 0));
        assertThat(why(sound.archive())).contains(Reason.ORDER_AFTER_RESULT);
        passesTheTool(sound.archive());
    }

    @Test
    @DisplayName("G6: an earlier ballot cast again after its voter voted anew")
    void replayed() {
        var election = election(TELLERS);
        var first = election.ballot(0, "100");
        election.cast(first).cast(0, "010");
        assertThat(why(election.archive(), new Wanted(true, true, List.of(), List.of(), Optional.empty())))
                .isEmpty();
        assertThat(why(election.archive(), Wanted.UNFINISHED)).contains(Reason.BALLOT_SECOND);

        var parent = election.chain();
        var event = new Event(parent.head(), parent.height(), EventType.BALLOT, Hash.hex(first.content())).write();
        var entries = new ArrayList<>(election.entries());
        entries.add(ArchiveEntry.event(event));
        var forged = Forgery.write(entries);
        assertThat(why(forged, new Wanted(true, true, List.of(), List.of(), Optional.empty())))
                .contains(Reason.BALLOT_REPLAYED);
        entries.add(entries.size() - 1, ArchiveEntry.data(first.content()));
        var written = Forgery.write(entries);
        assertThat(why(written, new Wanted(true, true, List.of(), List.of(), Optional.empty())))
                .contains(Reason.BALLOT_REPLAYED);
        passesTheTool(written);
    }

    @Test
    @DisplayName("G6: of several ballots of one credential the last one counts, where voting anew is allowed")
    void votedAnew() {
        var election = election(TELLERS).cast(0, "100").cast(1, "001");
        var again = election.ballot(0, "010");
        var counted = election(TELLERS);
        var forgery = Forgery.of(election(TELLERS));
        assertThat(forgery.parts()).hasSize(1);
        assertThat(counted.chain().height()).isOne();
        // the sum leaves out the first ballot
        var tally = Tally.empty(election.election());
        for (var ballot :
                List.of(EncryptedBallot.read(election.entries().get(7).content(), election.election()), again)) {
            tally = tally.plus(ballot, BigInteger.ONE, GROUP);
        }
        var sized = new SizedTally(2, BigInteger.TWO, Hash.hex(tally.write()));
        election.add(election.chain().ballot(again.content()));
        election.add(election.chain().endBallots());
        election.add(election.chain().encryptedTally(tally, sized));
        var proven = PartialDecryption.make(
                election.election(), tally, election.shares().getFirst(), RANDOMNESS);
        election.add(election.chain().partialDecryption(1, proven.decryption().write()));
        election.add(election.chain().result(new ElectionResult(List.of(List.of(0L, 1L, 1L)))));
        assertThat(why(election.archive(), REVOTING)).isEmpty();
        assertThat(why(election.archive())).contains(Reason.BALLOT_SECOND);
    }

    @Test
    @DisplayName("G7: forged partial decryptions while there is no result")
    void forgedEarly() {
        var election = voted().close();
        var stranger = Secret.random(GROUP, RANDOMNESS);
        var foreign = PartialDecryption.make(election.election(), election.tally(), stranger, RANDOMNESS);
        election.add(election.chain().partialDecryption(1, foreign.decryption().write()));
        assertThat(why(election.archive(), Wanted.UNFINISHED)).contains(Reason.DECRYPTION_PROOF);
        passesTheTool(election.archive());
    }

    @Test
    @DisplayName("G8: a field that nobody knows within an answer, a leading zero")
    void otherSpelling() {
        var election = election(TELLERS);
        var sound = (Json.Fields)
                JsonReader.read(election.ballot(0, "100").content()).value();
        for (var change : Changes.ofShape(sound)) {
            if (!List.of(".answers[0].extra", ".answers[0].choices[1].alpha=0…").contains(change.path())) {
                continue;
            }
            var ballot = Forgery.signed(
                    (Json.Fields) change.record(), election.voters().getFirst(), RANDOMNESS);
            var forged =
                    Forgery.of(election).insert(1, EventType.BALLOT, ballot).archive();
            assertThat(why(forged, Wanted.UNFINISHED)).as(change.path()).contains(Reason.BALLOT_MALFORMED);
            passesTheTool(forged);
        }
    }

    @Test
    @DisplayName("a teller who decrypts twice, or does not exist")
    void owners() {
        var election = voted().close().decrypt(1);
        var again = PartialDecryption.make(
                election.election(), election.tally(), election.shares().getFirst(), RANDOMNESS);
        var none = Forgery.of(election)
                .with(
                        EventType.PARTIAL_DECRYPTION,
                        1,
                        new OwnedDecryption(2, Hash.hex(Forgery.of(election).record(EventType.PARTIAL_DECRYPTION, 0)))
                                .write());
        assertThat(why(none.archive(), Wanted.UNFINISHED)).contains(Reason.DECRYPTION_OWNER);
        election.add(election.chain().partialDecryption(1, again.decryption().write()));
        assertThat(why(election.archive(), Wanted.UNFINISHED)).contains(Reason.DECRYPTION_TWICE);
    }

    @Test
    @DisplayName("G9: a teller's useless factor with a proof of the format that holds; the strong proof does not")
    void uselessFactor() {
        var election = election(THREE).cast(0, "100").close().decrypt(1);
        var share = election.shares().get(1);
        var publicKey = share.publicKey(GROUP);
        var honest = PartialDecryption.make(election.election(), election.tally(), share, RANDOMNESS);
        var forged = useless(election, share, honest.decryption(), RANDOMNESS);
        assertThat(forged.check(election.election(), election.tally(), publicKey, 2))
                .isEqualTo(Check.valid());
        assertThat(honest.strong().check(election.election(), election.tally(), publicKey, honest.decryption(), 2))
                .isEqualTo(Check.valid());
        assertThat(honest.strong().check(election.election(), election.tally(), publicKey, forged, 2))
                .isInstanceOfSatisfying(
                        Check.Invalid.class, it -> assertThat(it.reason()).isEqualTo(Reason.STRONG_PROOF));

        // enough tellers, but the sum does not open
        var two = new ArrayList<>(election.entries());
        two.addAll(election.chain().partialDecryption(2, forged.write()).entries());
        assertThat(why(Forgery.write(two), Wanted.UNFINISHED)).contains(Reason.DECRYPTION_UNUSABLE);
        passesTheTool(Forgery.write(two));

        // more than enough, among whom two would open it: it is the first ones that count
        election.decrypt(3);
        election.add(election.chain().partialDecryption(2, forged.write()));
        election.add(election.chain().result(new ElectionResult(List.of(List.of(1L, 0L, 0L)))));
        assertThat(why(election.archive())).contains(Reason.DECRYPTION_UNUSABLE);
    }

    @Test
    @DisplayName("G9: the useless factor of one who was not needed")
    void uselessSurplus() {
        var election = election(THREE).cast(0, "100").close().decrypt(1, 2);
        var result = election.result();
        var honest = PartialDecryption.make(
                election.election(), election.tally(), election.shares().get(2), RANDOMNESS);
        var forged = useless(election, election.shares().get(2), honest.decryption(), RANDOMNESS);
        election.add(election.chain().partialDecryption(3, forged.write()));
        election.add(election.chain().result(result));
        assertThat(why(election.archive())).contains(Reason.DECRYPTION_SURPLUS);
        passesTheTool(election.archive());
    }

    @Test
    @DisplayName(
            "G9: who sent the useless factor is named where the strong proofs are there, and nobody where they are not")
    void whoseFactor() {
        var election = election(THREE).cast(0, "100").close().decrypt(1);
        var honest = PartialDecryption.make(
                election.election(), election.tally(), election.shares().get(1), RANDOMNESS);
        var forged = useless(election, election.shares().get(1), honest.decryption(), RANDOMNESS);
        election.add(election.chain().partialDecryption(2, forged.write())).decrypt(3);
        assertThat(RecordVerification.verify(election.archive(), Wanted.UNFINISHED)
                        .failure())
                .contains(new Check.Invalid(Step.DECRYPTION, Reason.DECRYPTION_UNUSABLE, List.of()));
        election.strongProofs().put(2, honest.strong());
        var strong = StrongProofs.writeAll(election.strongProofs());
        assertThat(RecordVerification.verify(
                                election.archive(), new Wanted(false, true, List.of(), List.of(), Optional.of(strong)))
                        .failure())
                .contains(new Check.Invalid(Step.STRONG_PROOFS, Reason.STRONG_PROOF, List.of("2", "1", "1")));

        var surplus = election(THREE).cast(0, "100").close().decrypt(1, 2);
        var third = PartialDecryption.make(
                surplus.election(), surplus.tally(), surplus.shares().get(2), RANDOMNESS);
        var odd = useless(surplus, surplus.shares().get(2), third.decryption(), RANDOMNESS);
        surplus.add(surplus.chain().partialDecryption(3, odd.write()));
        assertThat(RecordVerification.verify(surplus.archive(), Wanted.UNFINISHED)
                        .failure())
                .contains(new Check.Invalid(Step.DECRYPTION, Reason.DECRYPTION_SURPLUS, List.of()));
    }

    @Test
    @DisplayName("G10: a teller and the last voter shift the result; only the strong proofs show it")
    void steered() {
        var election = SteeredElection.steer(
                election(TELLERS).cast(0, "010").cast(1, "010"), 2, "010", List.of(2, -2, 0), RANDOMNESS);
        var report = RecordVerification.verify(election.archive(), Wanted.FINISHED);
        assertThat(report.failure()).isEmpty();
        assertThat(report.record().result()).contains(new ElectionResult(List.of(List.of(2L, 1L, 0L))));
        assertThat(report.verdict()).isEqualTo(Verdict.UNPROVEN);
        passesTheTool(election.archive());
        var strong = withStrong(StrongProofs.writeAll(election.strongProofs()));
        assertThat(why(election.archive(), strong)).contains(Reason.STRONG_PROOF);
    }

    @Test
    @DisplayName("a finished record is sound with strong proofs of all who decrypted, and not proven without")
    void verdicts() {
        var election = voted();
        assertThat(verdict(election, Wanted.UNFINISHED)).isEqualTo(Verdict.UNFINISHED);
        assertThat(verdict(election, Wanted.FINISHED)).isEqualTo(Verdict.UNSOUND);
        election.close().decrypt(1);
        assertThat(verdict(election, Wanted.UNFINISHED)).isEqualTo(Verdict.UNFINISHED);
        election.count();
        assertThat(verdict(election, Wanted.FINISHED)).isEqualTo(Verdict.UNPROVEN);
        assertThat(verdict(election, Wanted.UNFINISHED)).isEqualTo(Verdict.UNPROVEN);
        assertThat(verdict(election, withStrong(StrongProofs.writeAll(election.strongProofs()))))
                .isEqualTo(Verdict.SOUND);
        assertThat(verdict(election, withStrong("[]".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(Verdict.UNSOUND);
    }

    private static Verdict verdict(TestElection election, Wanted wanted) {
        return RecordVerification.verify(election.archive(), wanted).verdict();
    }

    @Test
    @DisplayName("a vote that counts several times, unless that is asked for; then it is told")
    void weights() {
        var election = election(TELLERS);
        var list = new String(
                Credentials.write(election.voters().stream()
                        .map(it -> it.publicKey(GROUP))
                        .toList()),
                StandardCharsets.UTF_8);
        var heavier = list.replaceFirst("\"]$", ",7\"]").getBytes(StandardCharsets.UTF_8);
        var forged =
                Forgery.of(election).with(EventType.SETUP, 2, heavier).linked().archive();
        assertThat(RecordVerification.verify(forged, Wanted.UNFINISHED).failure())
                .contains(new Check.Invalid(Step.CREDENTIALS, Reason.CREDENTIALS_WEIGHT, List.of("3")));
        var report = RecordVerification.verify(
                forged, new Wanted(false, true, true, List.of(), List.of(), Optional.empty()));
        assertThat(report.verdict()).isEqualTo(Verdict.UNFINISHED);
        assertThat(report.record().weighted()).isOne();
        assertThat(report.record().weight()).isEqualTo(9);
    }

    @Test
    @DisplayName("a file that begins twice, or does not begin")
    void beginnings() {
        var entries = voted().entries();
        for (var at = 0; at <= entries.size(); at++) {
            var twice = new ArrayList<>(entries);
            twice.add(at, ArchiveEntry.beginning(TestElection.CREATED));
            assertThat(why(Forgery.write(twice), Wanted.UNFINISHED))
                    .as("before entry %d", at)
                    .contains(Reason.LAYOUT_MALFORMED);
        }
        var file = voted().archive();
        assertThat(why(Arrays.copyOfRange(file, 1_024, file.length), Wanted.UNFINISHED))
                .contains(Reason.LAYOUT_MALFORMED);
    }

    /** Chooses the commitment so that the proof fits a factor that is off by an unknown power. */
    static PartialDecryption useless(
            TestElection election, Secret share, PartialDecryption honest, Randomness randomness) {
        var proofs = new DecryptionProofs(election.election(), share.publicKey(GROUP));
        var drawn = randomness.below(GROUP.order());
        var alpha = election.tally().sums().getFirst().getFirst().alpha();
        var a = GROUP.power(GROUP.generator(), drawn);
        var b = GROUP.multiply(GROUP.power(alpha, drawn), GROUP.generator());
        var challenge = Hash.scalar(proofs.context() + a + ',' + b, GROUP);
        var response = drawn.subtract(share.value().multiply(challenge)).mod(GROUP.order());
        var factors = new ArrayList<>(honest.factors().getFirst());
        factors.set(
                0,
                GROUP.multiply(
                        factors.getFirst(), GROUP.power(GROUP.generator(), challenge.modInverse(GROUP.order()))));
        var others = new ArrayList<>(honest.proofs().getFirst());
        others.set(0, new Proof(challenge, response));
        return new PartialDecryption(List.of(factors), List.of(others));
    }

    @Test
    @DisplayName("strong proofs beside the record: all there, one missing, one changed, none readable")
    void strongProofs() {
        var election = election(THREE).cast(0, "100").close().decrypt(1, 3).count();
        var proofs = election.strongProofs();
        assertThat(why(election.archive(), withStrong(StrongProofs.writeAll(proofs))))
                .isEmpty();
        assertThat(why(election.archive(), withStrong(StrongProofs.writeAll(new TreeMap<>(proofs.headMap(2))))))
                .contains(Reason.STRONG_MISSING);
        var swapped = new TreeMap<>(proofs);
        swapped.put(1, proofs.get(3));
        assertThat(why(election.archive(), withStrong(StrongProofs.writeAll(swapped))))
                .contains(Reason.STRONG_PROOF);
        assertThat(why(election.archive(), withStrong(new byte[0]))).contains(Reason.STRONG_MALFORMED);
    }

    private static Wanted withStrong(byte[] strong) {
        return new Wanted(false, false, List.of(), List.of(), Optional.of(strong));
    }

    @Test
    @DisplayName("someone not on the list, twice the same voter, a result without enough tellers, no result")
    void notEntitled() {
        var election = voted();
        var stranger = new Booth(election.election())
                .ballot(Secret.random(GROUP, RANDOMNESS), TestElection.marks("100"), RANDOMNESS);
        var strange = Forgery.of(election).insert(2, EventType.BALLOT, stranger.content());
        assertThat(why(strange.archive(), Wanted.UNFINISHED)).contains(Reason.BALLOT_STRANGER);
        assertThat(why(election.archive())).contains(Reason.ORDER_NO_RESULT);
        election.close();
        election.add(election.chain().result(new ElectionResult(List.of(List.of(1L, 1L, 0L)))));
        assertThat(why(election.archive())).contains(Reason.RESULT_TOO_FEW);
    }

    @Test
    @DisplayName("tellers who all hold the same key; a key nobody of them made")
    void foreignKeys() {
        var once = TELLERS.trustees().write();
        var text = new String(once, StandardCharsets.UTF_8);
        var twice = "[%1$s,%1$s]".formatted(text.substring(1, text.length() - 1));
        var same = Forgery.of(voted())
                .with(EventType.SETUP, 1, twice.getBytes(StandardCharsets.UTF_8))
                .linked()
                .archive();
        assertThat(why(same, Wanted.UNFINISHED)).contains(Reason.TRUSTEES_SAME_KEY);
        var others = Forgery.of(voted())
                .with(
                        EventType.SETUP,
                        1,
                        Tellers.single(1, RANDOMNESS).trustees().write())
                .linked()
                .archive();
        assertThat(why(others, Wanted.UNFINISHED)).contains(Reason.ELECTION_KEY);
    }

    @Test
    @DisplayName(
            "a server that drops, delays, reorders or shows two visitors different records: found by copies and hashes")
    void otherHistory() {
        var election = voted();
        var copy = election.archive();
        var opening = election.entries().get(4).hash();
        var seen = election.chain().head();
        var finished = election.close().decrypt(1).count().archive();
        assertThat(why(finished, noted(List.of(opening, seen), copy))).isEmpty();

        var other = election(TELLERS)
                .cast(0, "100")
                .cast(1, "010")
                .close()
                .decrypt(1)
                .count();
        assertThat(why(other.archive(), noted(List.of(opening)))).contains(Reason.HISTORY_HEAD);
        assertThat(why(other.archive(), noted(List.of(), copy))).contains(Reason.HISTORY_COPY);
        var dropped = Forgery.of(election).without(EventType.BALLOT);
        dropped.parts().subList(2, dropped.parts().size()).clear();
        assertThat(why(dropped.archive(), new Wanted(false, true, List.of(), List.of(copy), Optional.empty())))
                .contains(Reason.HISTORY_COPY);
        var shorter = Arrays.copyOf(copy, copy.length);
        assertThat(why(shorter, new Wanted(false, true, List.of(), List.of(finished), Optional.empty())))
                .contains(Reason.HISTORY_COPY);
    }

    private static Wanted noted(List<String> heads, byte[]... copies) {
        return new Wanted(false, false, heads, List.of(copies), Optional.empty());
    }
}
