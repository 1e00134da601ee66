package de.ratssaal.display;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The screens of a meeting at one moment.
 *
 * @param screens the one that every meeting has first
 * @param breakUntil when the break ends, as the hall is told; none if it is not told
 * @param code by which members enter themselves now; none if there is none, or it is nobody's business who looks
 */
public record Displays(
        List<Screen> screens,
        @Nullable Instant breakUntil,
        @Nullable String code) {

    public Displays {
        screens = List.copyOf(screens);
    }

    public Optional<Screen> screen(ScreenId id) {
        return screens.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /** What everybody may know: no messages, and no code. */
    Displays forEverybody() {
        return new Displays(List.of(), breakUntil, null);
    }
}
