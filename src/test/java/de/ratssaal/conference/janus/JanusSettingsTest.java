package de.ratssaal.conference.janus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import de.ratssaal.conference.janus.JanusSettings.Use;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Settings of the gateway")
class JanusSettingsTest {

    private static JanusSettings with(@Nullable URI address, String ports, String publicAddress, int pictures) {
        return new JanusSettings(Use.AUTO, address, "geheim", ports, publicAddress, pictures);
    }

    @Test
    @DisplayName("let five people send a picture for each core, at least four, at most 25; or as many as is said")
    void pictures() {
        var settings = with(null, "20000-20999", "", 0);
        assertThat(settings.picturesOn(1)).isEqualTo(5);
        assertThat(settings.picturesOn(2)).isEqualTo(10);
        assertThat(settings.picturesOn(64)).isEqualTo(25);
        assertThat(with(null, "20000-20999", "", 3).picturesOn(64)).isEqualTo(3);
    }

    @Test
    @DisplayName("are refused where nothing can come of them, and never show the secret")
    void refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(URI.create("http://janus:8188"), "20000-20999", "", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> with(null, "\"\n", "", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> with(null, "20000-20999", "1.2.3.4\"", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> with(null, "20000-20999", "", -1));
        assertThat(with(URI.create("ws://janus:8188"), "20000-20999", "", 0).toString())
                .doesNotContain("geheim");
    }
}
