package de.ratssaal.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Three tellers make a key of which two are needed")
class TellerTest {

    private static final Group GROUP = Groups.belenios2048();
    private static final Randomness RANDOMNESS = new ListedRandomness("tellers");
    private static final List<Teller> TELLERS = IntStream.rangeClosed(1, 3)
            .mapToObj(it -> Teller.begin(GROUP, it, 3, 2, RANDOMNESS))
            .toList();
    private static final List<String> CERTIFICATES =
            TELLERS.stream().map(it -> it.certificate(RANDOMNESS)).toList();
    private static final List<String> COMMITMENTS =
            TELLERS.stream().map(it -> it.commitments(RANDOMNESS)).toList();

    /** What the second teller is given. */
    private static final List<BigInteger> VALUES =
            TELLERS.stream().map(it -> it.valueFor(2)).toList();

    private static Teller.Finished finish(
            List<String> certificates, List<String> commitments, List<BigInteger> values) {
        return TELLERS.get(1).finish(certificates, commitments, values, RANDOMNESS);
    }

    private static <T> List<T> with(List<T> all, int place, T other) {
        var changed = new ArrayList<>(all);
        changed.set(place, other);
        return changed;
    }

    @Test
    @DisplayName("the key of each is known to all, its share to itself alone; nobody shows a secret by mistake")
    void finished() {
        var finished = finish(CERTIFICATES, COMMITMENTS, VALUES);
        assertThat(finished.key()).contains(finished.share().publicKey(GROUP).toString());
        assertThat(finished.toString()).doesNotContain(finished.share().value().toString());
        assertThat(TELLERS.getFirst().toString())
                .doesNotContain(TELLERS.getFirst().valueFor(0).toString());
    }

    @Test
    @DisplayName("one gives a value that it did not commit to: it is named")
    void wrongValue() {
        assertThatExceptionOfType(Teller.WrongShare.class)
                .isThrownBy(() -> finish(
                        CERTIFICATES, COMMITMENTS, with(VALUES, 2, VALUES.get(2).add(BigInteger.ONE))))
                .satisfies(it -> assertThat(it.from()).isEqualTo(3));
    }

    @Test
    @DisplayName("one sends a certificate or commitments of another place, ceremony or key")
    void wrongMessages() {
        var stranger = Teller.begin(GROUP, 3, 3, 2, RANDOMNESS);
        var otherThreshold = Teller.begin(GROUP, 3, 3, 3, RANDOMNESS);
        assertThatThrownBy(() -> finish(with(CERTIFICATES, 2, CERTIFICATES.get(0)), COMMITMENTS, VALUES))
                .isInstanceOf(MalformedRecord.class);
        assertThatThrownBy(() ->
                        finish(with(CERTIFICATES, 2, otherThreshold.certificate(RANDOMNESS)), COMMITMENTS, VALUES))
                .isInstanceOf(MalformedRecord.class);
        assertThatThrownBy(() -> finish(CERTIFICATES, with(COMMITMENTS, 2, stranger.commitments(RANDOMNESS)), VALUES))
                .isInstanceOf(MalformedRecord.class);
        assertThatThrownBy(() ->
                        finish(CERTIFICATES, with(COMMITMENTS, 2, otherThreshold.commitments(RANDOMNESS)), VALUES))
                .isInstanceOf(MalformedRecord.class);
        for (var messages : List.of("", "{}", CERTIFICATES.get(2).replace("3", "4"))) {
            assertThatThrownBy(() -> finish(with(CERTIFICATES, 2, messages), COMMITMENTS, VALUES))
                    .isInstanceOf(MalformedRecord.class);
        }
    }

    @Test
    @DisplayName("who keeps the messages sees in each round who sent what cannot be")
    void keptMessages() {
        assertThatCode(() -> Teller.requireCertificates(GROUP, 2, CERTIFICATES)).doesNotThrowAnyException();
        assertThatCode(() -> Teller.requireCommitments(GROUP, 2, CERTIFICATES, COMMITMENTS))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> Teller.requireCertificates(GROUP, 3, CERTIFICATES))
                .isInstanceOf(MalformedRecord.class)
                .hasMessageContaining("certs[0]");
        assertThatThrownBy(() ->
                        Teller.requireCommitments(GROUP, 2, CERTIFICATES, with(COMMITMENTS, 1, COMMITMENTS.get(2))))
                .isInstanceOf(MalformedRecord.class)
                .hasMessageContaining("coefexps[1]");
        assertThatThrownBy(() -> Teller.requireCommitments(GROUP, 2, CERTIFICATES, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("a threshold of none or of more than there are is refused, and so are places that do not exist")
    void impossible() {
        for (var wrong : List.of(List.of(1, 3, 0), List.of(1, 3, 4), List.of(0, 3, 2), List.of(4, 3, 2))) {
            assertThatThrownBy(() -> Teller.begin(GROUP, wrong.get(0), wrong.get(1), wrong.get(2), RANDOMNESS))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
