package de.ratssaal.display;

import de.ratssaal.base.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a screen shows.
 *
 * @param message to the hall; empty for any other content
 * @param until when a break ends; none if nobody said
 */
public record Showing(
        ScreenContent content, String message, @Nullable Instant until) {

    /** More cannot be read from the last row. */
    public static final int LONGEST_MESSAGE = 200;

    static final Showing AUTOMATIC = of(ScreenContent.AUTOMATIC);

    public Showing {
        message = message.strip();
        if (content == ScreenContent.MESSAGE && message.isEmpty()) {
            throw new Refusal("display.message.empty");
        }
        if (message.length() > LONGEST_MESSAGE) {
            throw new Refusal("display.message.too-long", LONGEST_MESSAGE);
        }
        if (content != ScreenContent.MESSAGE && !message.isEmpty() || content != ScreenContent.BREAK && until != null) {
            throw new IllegalArgumentException("%s with message or end".formatted(content));
        }
    }

    /** Anything but a message. */
    public static Showing of(ScreenContent content) {
        return new Showing(content, "", null);
    }

    public static Showing message(String text) {
        return new Showing(ScreenContent.MESSAGE, text, null);
    }

    /** @param until none if the end is open */
    public static Showing breakUntil(@Nullable Instant until) {
        return new Showing(ScreenContent.BREAK, "", until);
    }
}
