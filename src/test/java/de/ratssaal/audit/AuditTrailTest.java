package de.ratssaal.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.ratssaal.IntegrationTest;
import de.ratssaal.identity.Access;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

@IntegrationTest
@DisplayName("Auditors")
class AuditTrailTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @Autowired
    AuditTrail trail;

    @Autowired
    LogStore store;

    @Autowired
    LogKeys keys;

    @Autowired
    Sequencer sequencer;

    @Autowired
    Access access;

    private final String run = UUID.randomUUID().toString();
    private final String subject = "meeting/" + run;

    @BeforeEach
    void entries() {
        for (var i = 0; i < 7; i++) {
            store.write(
                    NOON.plus(Duration.ofMinutes(i)),
                    i % 2 == 0 ? "account/" + run + "0" : "account/" + run + "1",
                    i < 5 ? "meeting.Early" : "meeting.Late",
                    i == 3 ? "poll/" + run : subject,
                    "step " + i);
        }
        sequencer.merge();
    }

    @Test
    @DisplayName("alone may read the log")
    void nobodyElse() {
        List<Supplier<Object>> uses = List.of(
                () -> trail.newest(AuditFilter.NONE, null, 1),
                () -> trail.types(),
                () -> trail.prove(1),
                () -> trail.state(),
                () -> trail.publicKeys(),
                () -> trail.compare("x"),
                () -> trail.check(null));

        assertThat(uses)
                .allSatisfy(use ->
                        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(use::get));
    }

    @Test
    @DisplayName("read the newest first, page by page, by subject, type, actor and time")
    void filters() {
        var of = new AuditFilter(subject, null, null, null, null);

        var first = newest(of, null, 4);
        assertThat(first).extracting(AuditEntry::line).containsExactly("step 6", "step 5", "step 4", "step 2");
        assertThat(newest(of, first.getLast().id(), 4))
                .extracting(AuditEntry::line)
                .containsExactly("step 1", "step 0");
        assertThat(newest(new AuditFilter(subject, "meeting.Late", null, null, null), null, 9))
                .extracting(AuditEntry::line)
                .containsExactly("step 6", "step 5");
        assertThat(newest(new AuditFilter(null, null, run + "1", null, null), null, 9))
                .extracting(AuditEntry::line)
                .containsExactly("step 5", "step 3", "step 1");
        assertThat(newest(
                        new AuditFilter(
                                subject,
                                null,
                                null,
                                NOON.plus(Duration.ofMinutes(1)),
                                NOON.plus(Duration.ofMinutes(4))),
                        null,
                        9))
                .extracting(AuditEntry::line)
                .containsExactly("step 2", "step 1");
        assertThat(as(trail::types)).contains("meeting.Early", "meeting.Late").isSorted();
    }

    @Test
    @DisplayName("get the proof of an entry in a form that other tools read")
    void proof() {
        var entry = newest(new AuditFilter(subject, null, null, null, null), null, 1)
                .getFirst();

        var proof = as(() -> trail.prove(entry.id())).orElseThrow();

        assertThat(proof.state()).isEqualTo(EntryProof.State.PROVEN);
        var lines = proof.file().orElseThrow().lines().toList();
        assertThat(lines.get(0)).isEqualTo("c2sp.org/tlog-proof@v1");
        assertThat(java.util.Base64.getDecoder().decode(lines.get(1).substring("extra ".length())))
                .isEqualTo(entry.canonical());
        assertThat(lines.get(2)).isEqualTo("index " + proof.place());
        assertThat(lines.subList(3, 3 + proof.path().size()))
                .isEqualTo(proof.path().stream().map(Hash::base64).toList());
        assertThat(lines.get(3 + proof.path().size())).isEmpty();
        assertThat(proof.file().orElseThrow()).endsWith("\n" + proof.head());
        assertThat(MerkleProof.includes(
                        MerkleTree.leafHash(entry.canonical()),
                        proof.place(),
                        proof.head().size(),
                        proof.path(),
                        proof.head().root()))
                .isTrue();
        assertThat(as(() -> trail.prove(Long.MAX_VALUE))).isEmpty();
    }

    @Test
    @DisplayName("see where the log stands, and the keys it is signed with")
    void state() {
        var state = as(trail::state);

        assertThat(state.head()).isNotNull().extracting(SignedHead::size).isEqualTo(store.size());
        assertThat(as(trail::publicKeys))
                .containsExactlyElementsOf(
                        keys.verifiers().stream().map(VerifierKey::toString).toList());
    }

    @Test
    @DisplayName("learn at once whether the log still begins with what a kept head counted")
    void comparison() {
        var kept = as(trail::state).head();
        store.write(NOON, "system/test", "test.Happened", subject, "one more");
        sequencer.merge();

        assertThat(compare(kept)).isEqualTo(HeadComparison.SAME);
        var key = keys.signer().orElseThrow();
        var otherRoot = MerkleTree.leafHash(new byte[] {1});
        assertThat(compare(SignedHead.sign(kept.size(), otherRoot, NOON, key))).isEqualTo(HeadComparison.OTHER);
        assertThat(compare(SignedHead.sign(kept.size() + 1_000, otherRoot, NOON, key)))
                .isEqualTo(HeadComparison.LONGER);
        assertThat(compare(SignedHead.sign(kept.size(), kept.root(), NOON, SignerKey.make("stranger.example"))))
                .isEqualTo(HeadComparison.NOT_GENUINE);
        assertThat(as(() -> trail.compare(kept.toString().replace("\n" + kept.size(), "\n1"))))
                .isEqualTo(HeadComparison.NOT_GENUINE);
        assertThatIllegalArgumentException().isThrownBy(() -> as(() -> trail.compare("no head")));
    }

    @Test
    @DisplayName("check the whole log, also against a kept head")
    void check() {
        var kept = as(trail::state).head();

        var report = as(() -> trail.check(kept.toString())).run((checked, of) -> {});

        assertThat(report.isWhole()).isTrue();
        assertThat(report.entries()).isGreaterThanOrEqualTo(kept.size());
        assertThatIllegalArgumentException().isThrownBy(() -> as(() -> trail.check("no head")));
    }

    private HeadComparison compare(SignedHead head) {
        return as(() -> trail.compare(head.toString()));
    }

    private List<AuditEntry> newest(AuditFilter filter, Long before, int limit) {
        return as(() -> trail.newest(filter, before, limit));
    }

    private <T> T as(Supplier<T> use) {
        return access.asSystem("test", use);
    }
}
