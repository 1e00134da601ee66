package de.ratssaal.floor.ui;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.floor.SpeakingFigures.Share;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A sheet of figures")
class FiguresSheetTest {

    @Test
    @DisplayName("holds a line for each, and nothing that a spreadsheet would calculate")
    void lines() {
        var sheet = new FiguresSheet("Wer", "Sekunden")
                .add(
                        "Nach Personen",
                        List.of(
                                new Share<>("Ada \"Lou\" Berg", null, 2, Duration.ofSeconds(61)),
                                new Share<>("=1+1", null, 1, Duration.ZERO)),
                        it -> Objects.requireNonNull(it.of()));

        assertThat(sheet)
                .hasToString("\uFEFF\"Wer\";\"Sekunden\"\r\n"
                        + "\"Nach Personen\";\"Ada \"\"Lou\"\" Berg\";\"2\";\"61\"\r\n"
                        + "\"Nach Personen\";\"'=1+1\";\"1\";\"0\"\r\n");
    }
}
