package de.ratssaal.meeting;

import de.ratssaal.base.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * An item that stands on every agenda of an organization.
 *
 * @param place before or after what is to be deliberated
 * @param plannedMinutes how long it usually takes; none if nobody says
 */
public record StandingItem(
        Place place,
        boolean isPublic,
        String title,
        @Nullable Integer plannedMinutes) {

    /** Longest title of an item, in characters. */
    public static final int LONGEST_TITLE = 400;

    /** @throws Refusal if the title is missing or too long, or the time is none */
    public StandingItem {
        title = title.strip();
        if (title.isEmpty()) {
            throw new Refusal("meeting.agenda.title-missing");
        }
        if (title.length() > LONGEST_TITLE) {
            throw new Refusal("meeting.agenda.title-too-long", LONGEST_TITLE);
        }
        AgendaItem.requireMinutes(plannedMinutes);
    }

    /** Where it stands in its part of the agenda. */
    public enum Place {
        BEFORE,
        AFTER
    }
}
