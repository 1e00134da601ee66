package de.ratssaal.conference;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.identity.PersonId;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("R14: In the conference")
class HearingRuleTest {

    private final PersonId speaker = PersonId.next();
    private final PersonId chair = PersonId.next();
    private final PersonId asked = PersonId.next();
    private final PersonId other = PersonId.next();

    @Test
    @DisplayName("is heard who has the floor, who conducts, and whom the chair lets speak; nobody else")
    void onlySpeaker() {
        var rule = new HearingRule(true, speaker, chair, Set.of(asked));

        assertThat(rule.heardOf(Stream.of(speaker, chair, asked, other)))
                .containsExactlyInAnyOrder(speaker, chair, asked);
    }

    @Test
    @DisplayName("everybody may be heard where the meeting chose so")
    void everybody() {
        assertThat(new HearingRule(false, null, null, Set.of()).mayBeHeard(other))
                .isTrue();
        assertThat(new HearingRule(true, null, null, Set.of()).mayBeHeard(other))
                .isFalse();
    }

    @Test
    @DisplayName("who speaks is seen large, before the chair, and the chair before all others")
    void large() {
        var rule = new HearingRule(true, speaker, chair, Set.of(asked));

        assertThat(rule.isBefore(speaker, asked)).isTrue();
        assertThat(rule.isBefore(asked, chair)).isTrue();
        assertThat(rule.isBefore(chair, other)).isTrue();
        assertThat(rule.isBefore(other, other)).isFalse();
    }
}
