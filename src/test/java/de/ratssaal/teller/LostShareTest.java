package de.ratssaal.teller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ratssaal.IntegrationTest;
import de.ratssaal.ballot.Groups;
import de.ratssaal.ballot.Randomness;
import de.ratssaal.ballot.RecordVerification;
import de.ratssaal.ballot.RecordVerification.Wanted;
import de.ratssaal.ballot.TestElection;
import de.ratssaal.ballot.Trustees;
import de.ratssaal.identity.TestAccounts;
import de.ratssaal.organization.TestCouncil;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

@IntegrationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("When the device of one of three tellers is lost")
class LostShareTest {

    private TestElection.Tellers tellers;

    @BeforeAll
    void aKey(@Autowired ApplicationContext context, @Autowired TestAccounts accounts, @Autowired TellerKeys keys) {
        var council = TestCouncil.of(5, context);
        accounts.of(council.members(), "ein langer Weg zum Rathaus");
        var ready = TestTellers.ready(council.council(), council.members().subList(1, 4), 2, context);
        var file = keys.readyFor(council.council()).orElseThrow().trustees();
        tellers = new TestElection.Tellers(
                Trustees.read(file.getBytes(StandardCharsets.UTF_8), Groups.belenios2048()),
                ready.tellers().stream().map(TestTeller::share).toList());
    }

    private TestElection voted() {
        return new TestElection("RatssaaLLost1111", List.of(TestElection.ADOPT), 3, tellers, Randomness.secure())
                .cast(0, "100")
                .cast(1, "100")
                .cast(2, "010")
                .close();
    }

    @ParameterizedTest(name = "that of number {0}")
    @ValueSource(ints = {1, 2, 3})
    @DisplayName("the other two decrypt the result, and the record holds")
    void theOthersDecrypt(int lost) {
        var others = Stream.of(1, 2, 3)
                .filter(it -> it != lost)
                .mapToInt(Integer::intValue)
                .toArray();
        var counted = voted().decrypt(others);

        assertThat(counted.result().counts()).isEqualTo(List.of(List.of(2L, 1L, 0L)));
        var report = RecordVerification.verify(counted.count().archive(), Wanted.FINISHED);
        assertThat(report.failure()).isEmpty();
        assertThat(report.record().result()).contains(counted.result());
    }

    @Test
    @DisplayName("and then another one, nobody decrypts it any more")
    void two() {
        assertThat(tellers.trustees().suffice(Set.of(2))).isFalse();
        var left = voted().decrypt(2);
        assertThatThrownBy(left::result).isInstanceOf(RuntimeException.class);
    }
}
