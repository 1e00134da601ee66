package de.ratssaal.floor.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import de.ratssaal.floor.SpeechRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** The time of a speech, counted in the browser from what the server's clock says. */
@Tag("rs-clock")
public class SpeechClock extends Component implements HasStyle {

    private static final double NO_LIMIT = -1;

    private final SpeechRequest speech;
    private final int warningSeconds;
    private final transient Clock clock;

    /** @param warningSeconds how long before the end it warns */
    public SpeechClock(SpeechRequest speech, int warningSeconds, Clock clock) {
        this.speech = speech;
        this.warningSeconds = warningSeconds;
        this.clock = clock;
        var allowed = speech.allowed();
        getElement().setProperty("direction", "up");
        getElement().setProperty("allowed", allowed == null ? NO_LIMIT : allowed.toMillis());
        getElement().setProperty("warning", Duration.ofSeconds(warningSeconds).toMillis());
        getElement().setProperty("running", speech.runningSince() != null);
        getElement().addEventListener("clock-woke", woke -> tellTime());
    }

    private void tellTime() {
        var since = speech.runningSince();
        var elapsed = since == null ? speech.spoken() : speech.spoken().plus(Duration.between(since, clock.instant()));
        getElement().setProperty("elapsed", elapsed.toMillis());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        tellTime();
        getElement()
                .setPropertyMap(
                        "texts",
                        Map.of(
                                "free", getTranslation("floor.clock.free"),
                                "enough", getTranslation("floor.clock.left"),
                                "near", getTranslation("floor.clock.near"),
                                "over", getTranslation("floor.clock.over"),
                                "paused", getTranslation("floor.clock.paused"),
                                "sayNear", getTranslation("floor.clock.say-near", warningSeconds),
                                "sayOver", getTranslation("floor.clock.say-over")));
    }
}
