package de.ratssaal.meeting;

import de.ratssaal.identity.OrganizationId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What somebody who plans a meeting should know of the time they think of. Modules that know something answer. */
public interface PlanAdvice {

    /** In the order of their weight. Nothing of it hinders anybody. */
    List<Advice> of(PlannedTime time);

    /**
     * A time somebody thinks of.
     *
     * @param endsAt planned end; may be left open
     * @param place room and address; empty for a digital meeting
     * @param replanned the meeting that is to be moved there; none for a new one
     */
    record PlannedTime(
            OrganizationId organization,
            Instant startsAt,
            @Nullable Instant endsAt,
            String place,
            @Nullable MeetingId replanned) {}

    /**
     * One thing to know.
     *
     * @param isConflict whether the time should not stay as it is
     * @param key of the text, with its arguments
     */
    record Advice(boolean isConflict, String key, List<Object> arguments) {

        public Advice {
            arguments = List.copyOf(arguments);
        }
    }
}
