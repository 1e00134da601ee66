package de.ratssaal.conduct;

import de.ratssaal.meeting.AgendaItemId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was done with the agenda.
 *
 * @param item none where it is about all of it
 * @param number of the item, as it was printed then; empty where there is none
 * @param detail before or with which item, to which meeting or organization, by whom; may be empty
 * @param undoneFor why it was taken back; none if it holds
 */
public record AgendaAct(
        UUID id,
        ActKind kind,
        @Nullable AgendaItemId item,
        String number,
        String detail,
        Instant at,
        @Nullable String undoneFor) {

    public boolean holds() {
        return undoneFor == null;
    }
}
