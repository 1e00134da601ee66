package de.ratssaal.conference;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.conference.DisagreementRule.Connected;
import de.ratssaal.conference.DisagreementRule.Inside;
import de.ratssaal.identity.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The provider and our own lines disagree")
class DisagreementRuleTest {

    private static final PersonId ADA = PersonId.next();
    private static final PersonId BEN = PersonId.next();
    private static final Instant NOW = Instant.parse("2026-03-02T17:00:00Z");
    private static final Instant LONG_AGO = NOW.minus(DisagreementRule.PATIENCE);
    private static final Instant JUST_NOW = LONG_AGO.plusMillis(1);

    @Test
    @DisplayName("if somebody is in the room who has no line, or shows no token of ours, but not at once")
    void strangers() {
        assertThat(of(List.of(new Inside(ADA, "Ada", LONG_AGO)), List.of()).strangers())
                .containsExactly("Ada");
        assertThat(of(List.of(new Inside(null, "", LONG_AGO)), List.of(new Connected(ADA, JUST_NOW)))
                        .strangers())
                .containsExactly("");
        assertThat(of(List.of(new Inside(ADA, "Ada", JUST_NOW)), List.of())).isEqualTo(Disagreement.NONE);
    }

    @Test
    @DisplayName("not about somebody whose connection broke: that is shown already")
    void lost() {
        assertThat(DisagreementRule.of(true, List.of(new Inside(ADA, "Ada", LONG_AGO)), List.of(), Set.of(ADA), NOW))
                .isEqualTo(Disagreement.NONE);
    }

    @Test
    @DisplayName("if somebody has a line and is not in the room, but not while they come in")
    void absent() {
        var ada = new Inside(ADA, "Ada", LONG_AGO);
        var connected = new Connected(ADA, LONG_AGO);

        assertThat(of(List.of(ada), List.of(connected, new Connected(BEN, LONG_AGO)))
                        .absent())
                .containsExactly(BEN);
        assertThat(of(List.of(ada), List.of(connected, new Connected(BEN, JUST_NOW))))
                .isEqualTo(Disagreement.NONE);
    }

    @Test
    @DisplayName("never where the provider has told nothing of the room")
    void nothingTold() {
        assertThat(DisagreementRule.of(false, List.of(), List.of(new Connected(ADA, LONG_AGO)), Set.of(), NOW))
                .isEqualTo(Disagreement.NONE);
    }

    private static Disagreement of(List<Inside> inside, List<Connected> connected) {
        return DisagreementRule.of(true, inside, connected, Set.of(), NOW);
    }
}
