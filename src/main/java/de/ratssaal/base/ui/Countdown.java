package de.ratssaal.base.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What is left until a moment, counted in the browser from what the server's clock says. It stands still at zero. */
@Tag("rs-clock")
public class Countdown extends Component implements HasStyle {

    private final Instant until;
    private final transient Clock clock;
    private Map<String, String> texts = Map.of();

    /** Shows nothing but the time. */
    public Countdown(Instant until, Clock clock) {
        this.until = until;
        this.clock = clock;
        getElement().setProperty("direction", "down");
        getElement().setProperty("running", true);
        getElement().setProperty("warning", 0);
        getElement().addEventListener("clock-woke", woke -> tellTime());
    }

    /**
     * Says in words how it stands, too.
     *
     * @param seconds how long before the end it warns
     * @param left beside the time
     * @param near when it warns; read out as well
     * @param over when nothing is left; read out as well
     */
    public Countdown warning(int seconds, String left, String near, String over) {
        getElement().setProperty("warning", Duration.ofSeconds(seconds).toMillis());
        texts = Map.of("enough", left, "near", left, "over", over, "sayNear", near, "sayOver", over);
        return this;
    }

    private void tellTime() {
        getElement()
                .setProperty(
                        "allowed",
                        Math.max(0, Duration.between(clock.instant(), until).toMillis()));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().setPropertyMap("texts", texts);
        tellTime();
    }
}
