package de.ratssaal.teller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.teller.Nomination.Hint;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Tellers who are proposed together")
class NominationTest {

    private static final OrganizationId RED = OrganizationId.next();
    private static final OrganizationId GREEN = OrganizationId.next();

    private static final Nominee RED_ONE = nominee(RED, false, true);
    private static final Nominee RED_TWO = nominee(RED, false, true);
    private static final Nominee RED_THREE = nominee(RED, false, true);
    private static final Nominee GREEN_ONE = nominee(GREEN, false, true);
    private static final Nominee ALONE = nominee(null, false, true);
    private static final Nominee ALONE_TOO = nominee(null, false, true);
    private static final Nominee CLERK = nominee(null, true, true);
    private static final Nominee OTHER_CLERK = nominee(null, true, true);
    private static final Nominee THIRD_CLERK = nominee(null, true, true);

    private static Nominee nominee(@Nullable OrganizationId group, boolean isOfAdministration, boolean hasAccount) {
        var person = new PersonId(UUID.randomUUID());
        return new Nominee(person, "Kim " + person, group, null, isOfAdministration, hasAccount);
    }

    private static void refused(String key, int threshold, Nominee... tellers) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new Nomination(List.of(tellers), threshold).require())
                .withMessage(key);
    }

    private static List<Hint> hints(int threshold, Nominee... tellers) {
        return new Nomination(List.of(tellers), threshold).hints();
    }

    @Test
    @DisplayName("are three to five")
    void number() {
        refused("teller.naming.number", 2, RED_ONE, GREEN_ONE);
        refused("teller.naming.number", 3, RED_ONE, RED_TWO, GREEN_ONE, ALONE, ALONE_TOO, CLERK);
        assertThatCode(() -> new Nomination(List.of(RED_ONE, GREEN_ONE, CLERK), 2).require())
                .doesNotThrowAnyException();
        assertThatCode(() -> new Nomination(List.of(RED_ONE, GREEN_ONE, ALONE, ALONE_TOO, CLERK), 3).require())
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("decrypt two at least and all at most; if nobody says otherwise, the majority")
    void threshold() {
        refused("teller.naming.threshold", 1, RED_ONE, GREEN_ONE, CLERK);
        refused("teller.naming.threshold", 4, RED_ONE, GREEN_ONE, CLERK);
        assertThatCode(() -> new Nomination(List.of(RED_ONE, GREEN_ONE, CLERK), 3).require())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{1} of {0}")
    @CsvSource({"3, 2", "4, 3", "5, 3"})
    void majority(int size, int threshold) {
        assertThat(TellerSet.usualThreshold(size)).isEqualTo(threshold);
    }

    @Test
    @DisplayName("are different persons, each with an account")
    void persons() {
        refused("teller.naming.twice", 2, RED_ONE, GREEN_ONE, RED_ONE);
        refused("teller.naming.no-account", 2, RED_ONE, GREEN_ONE, nominee(null, true, false));
    }

    @Test
    @DisplayName("are not all of one group, nor all of the administration; one other is enough")
    void oneSide() {
        refused("teller.naming.one-side", 2, RED_ONE, RED_TWO, RED_THREE);
        refused("teller.naming.one-side", 2, CLERK, OTHER_CLERK, THIRD_CLERK);
        assertThatCode(() -> new Nomination(List.of(RED_ONE, RED_TWO, GREEN_ONE), 3).require())
                .doesNotThrowAnyException();
        assertThatCode(() -> new Nomination(List.of(ALONE, ALONE_TOO, nominee(null, false, true)), 2).require())
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("of one side who are enough to decrypt alone are pointed out, and those who are not")
    void hintsOfSides() {
        assertThat(hints(2, RED_ONE, RED_TWO, CLERK)).containsExactly(Hint.ONE_SIDE_DECRYPTS);
        assertThat(hints(3, RED_ONE, RED_TWO, GREEN_ONE, CLERK)).containsExactly(Hint.SAME_SIDE);
        assertThat(hints(2, RED_ONE, GREEN_ONE, CLERK)).isEmpty();
        assertThat(hints(2, ALONE, ALONE_TOO, CLERK)).isEmpty();
    }

    @Test
    @DisplayName("without the administration, or of whom nobody may be missing, are pointed out too")
    void otherHints() {
        assertThat(hints(2, RED_ONE, GREEN_ONE, ALONE)).containsExactly(Hint.NO_ADMINISTRATION);
        assertThat(hints(3, RED_ONE, GREEN_ONE, CLERK)).containsExactly(Hint.ALL_ARE_NEEDED);
    }
}
