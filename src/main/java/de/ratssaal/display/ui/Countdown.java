package de.ratssaal.display.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What is left until a moment, counted in the browser from what the server's clock says. */
@Tag("rs-countdown")
class Countdown extends Component implements HasStyle {

    private final Instant until;
    private final transient Clock clock;

    Countdown(Instant until, Clock clock) {
        this.until = until;
        this.clock = clock;
        getElement().addEventListener("clock-woke", woke -> tellTime());
    }

    private void tellTime() {
        getElement()
                .setProperty(
                        "left",
                        Math.max(0, Duration.between(clock.instant(), until).toMillis()));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        tellTime();
    }
}
