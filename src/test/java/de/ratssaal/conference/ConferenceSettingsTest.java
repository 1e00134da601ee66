package de.ratssaal.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.ratssaal.conference.ConferenceSettings.IceServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The operator's STUN and TURN servers")
class ConferenceSettingsTest {

    @Test
    @DisplayName("are told to browsers, with what a TURN server asks for")
    void told() {
        var settings = new ConferenceSettings(
                "EMBEDDED",
                List.of(
                        new IceServer(List.of("stun:stun.example"), "", ""),
                        new IceServer(List.of("turns:turn.example:443"), "rat", "geheim")));

        assertThat(settings.forBrowsers())
                .isEqualTo(List.of(
                        Map.of("urls", List.of("stun:stun.example")),
                        Map.of("urls", List.of("turns:turn.example:443"), "username", "rat", "credential", "geheim")));
        assertThat(settings.toString()).doesNotContain("geheim");
    }

    @Test
    @DisplayName("have addresses of their own kind")
    void addresses() {
        assertThatIllegalArgumentException().isThrownBy(() -> new IceServer(List.of("https://turn.example"), "", ""));
    }
}
