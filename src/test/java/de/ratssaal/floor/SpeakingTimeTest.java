package de.ratssaal.floor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.ratssaal.base.LegalSource;
import de.ratssaal.floor.SpeakingTime.Spoken;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.rules.GroupTime;
import de.ratssaal.rules.RulesOfProcedure;
import de.ratssaal.rules.SpeakingOrder;
import de.ratssaal.rules.SpeakingRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("On an item somebody may speak")
class SpeakingTimeTest {

    private static final PersonId ADA = new PersonId(UUID.randomUUID());
    private static final PersonId ALI = new PersonId(UUID.randomUUID());
    private static final OrganizationId A = OrganizationId.next();
    private static final OrganizationId B = OrganizationId.next();

    @Test
    @DisplayName("five minutes for a speech and two for a reply, by the usual rules of a council")
    void usual() {
        var time = new SpeakingTime(RulesOfProcedure.THUERINGEN.speaking(), List.of(), Map.of());

        assertThat(time.allowed(SpeechKind.SPEECH, ADA, A)).isEqualTo(Duration.ofMinutes(5));
        assertThat(time.allowed(SpeechKind.REPLY, ADA, A)).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    @DisplayName("as long as they like where the rules name no limit")
    void noLimit() {
        var time = new SpeakingTime(RulesOfProcedure.ASSOCIATION.speaking(), List.of(), Map.of());

        assertThat(time.allowed(SpeechKind.SPEECH, ADA, A)).isNull();
        assertThat(time.allowed(SpeechKind.POINT_OF_ORDER, ADA, A)).isNull();
    }

    @Test
    @DisplayName("for what is left of a person's own time, to the second, and not once it is used up")
    void perPerson() {
        assertThat(left(rule(8, null, GroupTime.EACH), spoke(ADA, A, 240))).isEqualTo(Duration.ofMinutes(4));
        assertThat(left(rule(8, null, GroupTime.EACH), spoke(ADA, A, 120)))
                .as("never longer than one speech")
                .isEqualTo(Duration.ofMinutes(5));
        assertThat(left(rule(8, null, GroupTime.EACH), spoke(ADA, A, 479))).isEqualTo(Duration.ofSeconds(1));
        assertThat(left(rule(8, null, GroupTime.EACH), spoke(ADA, A, 480))).isZero();
        assertThat(left(rule(8, null, GroupTime.EACH), spoke(ADA, A, 600))).isZero();
        assertThat(left(rule(8, null, GroupTime.EACH), spoke(ALI, A, 480)))
                .as("another member's speech is theirs alone")
                .isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    @DisplayName("for what is left of their group's time, which every group has")
    void perGroup() {
        assertThat(left(rule(null, 10, GroupTime.EACH), spoke(ALI, A, 540))).isEqualTo(Duration.ofMinutes(1));
        assertThat(left(rule(null, 10, GroupTime.EACH), spoke(ALI, B, 600))).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    @DisplayName("for what is left of their group's part, where the time of all groups is shared out by strength")
    void byStrength() {
        // three of four members: 15 of 20 minutes
        assertThat(left(rule(null, 20, GroupTime.BY_STRENGTH), spoke(ALI, A, 780)))
                .isEqualTo(Duration.ofMinutes(2));
        assertThat(left(rule(null, 20, GroupTime.BY_STRENGTH), spoke(ALI, A, 900)))
                .isZero();
    }

    @Test
    @DisplayName("for the whole length of a speech if they are a guest or belong to no group")
    void guests() {
        var time = new SpeakingTime(rule(1, 1, GroupTime.EACH), List.of(spoke(ADA, A, 60)), Map.of(A, 1));

        assertThat(time.allowed(SpeechKind.SPEECH, null, null)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    @DisplayName("A rule of less than a minute cannot be made")
    void noSuchRule() {
        assertThatIllegalArgumentException().isThrownBy(() -> rule(0, null, GroupTime.EACH));
    }

    private static @Nullable Duration left(SpeakingRule rule, Spoken... spoken) {
        return new SpeakingTime(rule, List.of(spoken), Map.of(A, 3, B, 1)).allowed(SpeechKind.SPEECH, ADA, A);
    }

    private static Spoken spoke(PersonId person, OrganizationId group, int seconds) {
        return new Spoken(person, group, Duration.ofSeconds(seconds));
    }

    private static SpeakingRule rule(@Nullable Integer person, @Nullable Integer group, GroupTime share) {
        return new SpeakingRule(
                SpeakingOrder.BY_REQUEST, 5, 2, person, group, share, true, 30, 30, new LegalSource("GeschO", "§ 14"));
    }
}
