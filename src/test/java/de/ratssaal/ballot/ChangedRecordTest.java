package de.ratssaal.ballot;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.ballot.RecordVerification.Wanted;
import de.ratssaal.ballot.TestElection.Tellers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Every changed value is found by the step that must find it")
class ChangedRecordTest {

    private static final Randomness RANDOMNESS = new ListedRandomness("changed");
    private static final TestElection ELECTION = new TestElection(
                    "RatssaaLChanged1", List.of(TestElection.ADOPT), 2, Tellers.single(2, RANDOMNESS), RANDOMNESS)
            .cast(1, "100")
            .close()
            .decrypt(1, 2)
            .count();

    private static final TestElection WITH_THRESHOLD = new TestElection(
            "RatssaaLChanged1", List.of(TestElection.ADOPT), 1, Tellers.threshold(2, 2, RANDOMNESS), RANDOMNESS);

    private static Step foundBy(byte[] archive) {
        return RecordVerification.verify(archive, Wanted.FINISHED)
                .failure()
                .map(Check.Invalid::step)
                .orElse(null);
    }

    private static Forgery forgery() {
        return Forgery.of(ELECTION);
    }

    private static void eachIsFound(EventType event, int record, Step... steps) {
        var changes = Changes.of(forgery().record(event, record));
        assertThat(changes).isNotEmpty();
        for (var change : changes) {
            var archive =
                    forgery().with(event, record, change.record()).linked().archive();
            assertThat(foundBy(archive)).as("%s %s", event, change.path()).isIn((Object[]) steps);
        }
    }

    @Test
    @DisplayName("unchanged, it is sound")
    void unchanged() {
        assertThat(foundBy(ELECTION.archive())).isNull();
        assertThat(foundBy(forgery().linked().archive())).isNull();
    }

    @Test
    @DisplayName("the definition: by itself, or because the ballots are of another one")
    void definition() {
        eachIsFound(EventType.SETUP, 0, Step.ELECTION, Step.BALLOT_FORM);
    }

    @Test
    @DisplayName("the tellers' keys")
    void tellers() {
        eachIsFound(EventType.SETUP, 1, Step.TRUSTEES);
        for (var change : Changes.of(WITH_THRESHOLD.trustees().write())) {
            var forgery = Forgery.of(WITH_THRESHOLD).with(EventType.SETUP, 1, change.record());
            assertThat(RecordVerification.verify(forgery.linked().archive(), Wanted.UNFINISHED)
                            .failure()
                            .map(Check.Invalid::step))
                    .as(change.path())
                    .contains(Step.TRUSTEES);
        }
    }

    @Test
    @DisplayName("the list of those who may vote")
    void credentials() {
        eachIsFound(EventType.SETUP, 2, Step.CREDENTIALS);
    }

    @Test
    @DisplayName("what the set-up consists of")
    void setUp() {
        for (var change : Changes.of(forgery().record(EventType.SETUP, 3))) {
            assertThat(foundBy(
                            forgery().with(EventType.SETUP, 3, change.record()).archive()))
                    .as(change.path())
                    .isEqualTo(Step.ELECTION);
        }
    }

    @Test
    @DisplayName("a ballot that was cast: its hash is no longer the signed one")
    void castBallot() {
        for (var change : Changes.of(forgery().record(EventType.BALLOT, 0))) {
            assertThat(foundBy(
                            forgery().with(EventType.BALLOT, 0, change.record()).archive()))
                    .as(change.path())
                    .isEqualTo(change.path().startsWith("signature.proof") ? Step.BALLOT_SIGNATURE : Step.BALLOT_FORM);
        }
    }

    @Test
    @DisplayName("the sum")
    void sum() {
        eachIsFound(EventType.ENCRYPTED_TALLY, 0, Step.TALLY);
        for (var change : Changes.of(forgery().record(EventType.ENCRYPTED_TALLY, 1))) {
            assertThat(foundBy(forgery()
                            .with(EventType.ENCRYPTED_TALLY, 1, change.record())
                            .archive()))
                    .as(change.path())
                    .isEqualTo(Step.TALLY);
        }
    }

    @Test
    @DisplayName("a partial decryption")
    void decryption() {
        eachIsFound(EventType.PARTIAL_DECRYPTION, 0, Step.DECRYPTION);
        for (var change : Changes.of(forgery().record(EventType.PARTIAL_DECRYPTION, 1))) {
            assertThat(foundBy(forgery()
                            .with(EventType.PARTIAL_DECRYPTION, 1, change.record())
                            .archive()))
                    .as(change.path())
                    .isEqualTo(Step.DECRYPTION);
        }
    }

    @Test
    @DisplayName("the result")
    void result() {
        eachIsFound(EventType.RESULT, 0, Step.RESULT);
    }

    @Test
    @DisplayName("an event: the chain breaks, also where only its name is adapted")
    void event() {
        for (var place = 0; place < ELECTION.entries().size(); place++) {
            var entry = ELECTION.entries().get(place);
            if (!entry.isEvent()) {
                continue;
            }
            for (var change : Changes.of(entry.content())) {
                var entries = new ArrayList<>(ELECTION.entries());
                entries.set(
                        place, new ArchiveEntry(entry.name(), change.record().bytes()));
                assertThat(foundBy(Forgery.write(entries))).as(change.path()).isEqualTo(Step.CHAIN);
                entries.set(place, ArchiveEntry.event(change.record().bytes()));
                assertThat(foundBy(Forgery.write(entries))).as(change.path()).isEqualTo(Step.CHAIN);
            }
        }
    }

    @Test
    @DisplayName("a byte of the file that belongs to no record: the layout is another one")
    void layout() {
        var file = ELECTION.archive();
        var covered = Set.of(Step.LAYOUT, Step.CHAIN);
        for (var at = 0; at < 1_024; at++) {
            var changed = file.clone();
            changed[at] ^= 1;
            assertThat(foundBy(changed)).as("byte %d", at).isIn(covered);
        }
        assertThat(foundBy(Arrays.copyOf(file, file.length + 1_024))).isEqualTo(Step.LAYOUT);
        assertThat(foundBy(Arrays.copyOf(file, file.length - 1))).isEqualTo(Step.LAYOUT);
        assertThat(foundBy(new byte[0])).isEqualTo(Step.LAYOUT);
    }

    @Test
    @DisplayName("records out of place: missing, moved, swapped, twice")
    void misplaced() {
        var entries = ELECTION.entries();
        for (var it = 0; it < entries.size() - 1; it++) {
            var missing = new ArrayList<>(entries);
            missing.remove(it);
            assertThat(foundBy(Forgery.write(missing))).as("without %d", it).isEqualTo(Step.CHAIN);
            var swapped = new ArrayList<>(entries);
            swapped.set(it, entries.get(it + 1));
            swapped.set(it + 1, entries.get(it));
            assertThat(foundBy(Forgery.write(swapped)))
                    .as("swapped %d", it)
                    .isIn(Step.CHAIN, Step.ELECTION, Step.TALLY, Step.DECRYPTION);
            var twice = new ArrayList<>(entries);
            twice.add(it, entries.get(it));
            assertThat(foundBy(Forgery.write(twice))).as("twice %d", it).isEqualTo(Step.CHAIN);
        }
        assertThat(foundBy(Forgery.write(entries.subList(0, entries.size() - 1))))
                .isEqualTo(Step.CHAIN);
    }
}
