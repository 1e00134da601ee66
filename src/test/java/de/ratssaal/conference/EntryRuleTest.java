package de.ratssaal.conference;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.conference.EntryRule.Standing;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("R7, R17: Into a room of the conference comes")
class EntryRuleTest {

    @ParameterizedTest(name = "{0}, let in: {1}, recused: {2}, has to be alone: {3}, is: {4} → {5}")
    @CsvSource({
        "ATTENDING, false, false, false, false, OPEN",
        "ATTENDING, false, true, false, false, RECUSED",
        "ATTENDING, false, true, true, true, RECUSED",
        "ATTENDING, false, false, true, false, ALONE",
        "ATTENDING, false, false, true, true, OPEN",
        "GUEST, false, false, false, false, LOBBY",
        "GUEST, false, false, true, true, LOBBY",
        "GUEST, true, false, false, false, OPEN",
        "GUEST, true, false, true, false, ALONE",
        "GUEST, true, false, true, true, OPEN",
        "NONE, true, false, true, true, NOT_INVITED",
        "NONE, false, false, false, false, NOT_INVITED"
    })
    @DisplayName("who belongs to it, is not recused, was let in, and is alone where the public is excluded")
    void whoMayEnter(
            Standing standing, boolean admitted, boolean recused, boolean mustBeAlone, boolean alone, Entry answer) {
        assertThat(new EntryRule(true, true, standing, admitted, recused, mustBeAlone, alone, false).answer())
                .isEqualTo(answer);
    }

    @Test
    @DisplayName("nobody where the meeting has no video, or does not run")
    void noVideo() {
        assertThat(new EntryRule(false, true, Standing.ATTENDING, true, false, false, true, false).answer())
                .isEqualTo(Entry.NO_VIDEO);
        assertThat(new EntryRule(true, false, Standing.ATTENDING, true, false, false, true, false).answer())
                .isEqualTo(Entry.NOT_NOW);
    }
}
