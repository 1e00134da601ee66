package de.ratssaal.chamber;

import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingSummary;
import java.util.function.Predicate;

/**
 * What a module adds to the shared picture of a running meeting: read with everything else at one moment, once for each
 * change and node, whoever looks. Implementations are Spring beans; {@link Board#part} answers what they read.
 *
 * @param <T> compared by its content, never changed
 */
public interface BoardPart<T> {

    Class<T> type();

    /** Read by the application itself. */
    T read(MeetingSummary meeting);

    /** The same for somebody who may know of some items only: nothing else is left in it. */
    T without(T whole, Predicate<AgendaItemId> mayKnow);

    /**
     * The same for a member who stays out of a non-public item because they are recused on it: they know of everything but of
     * what happens there.
     */
    default T withoutRecused(T whole, AgendaItemId item) {
        return without(whole, it -> !it.equals(item));
    }
}
