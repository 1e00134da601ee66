package de.ratssaal.display;

import de.ratssaal.meeting.AgendaItemId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A screen of a meeting.
 *
 * @param name as the desk calls it; empty for the one that every meeting has
 * @param isInside whether it stands where nobody but who may attend non-public items sees it
 * @param writtenDuring the non-public item during which its message was written; it is shown as long as that is before the
 *     meeting. None for any other message
 */
public record Screen(
        ScreenId id,
        String name,
        Showing showing,
        boolean isInside,
        @Nullable AgendaItemId writtenDuring) {

    /** A break whose end is past goes on without one: nobody waits for a moment that is over. */
    Screen withoutPast(Instant now) {
        var until = showing.until();
        return until == null || until.isAfter(now)
                ? this
                : new Screen(id, name, Showing.breakUntil(null), isInside, writtenDuring);
    }

    boolean isMain() {
        return name.isEmpty();
    }
}
