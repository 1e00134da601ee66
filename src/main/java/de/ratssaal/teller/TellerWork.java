package de.ratssaal.teller;

import de.ratssaal.identity.PersonId;
import java.util.List;

/**
 * What a module asks tellers for. Implementations are Spring beans; the tellers' page knows no module. The addresses below {@link
 * TellerLinks#API} that belong to a task are answered by the module that gave it.
 */
public interface TellerWork {

    /** Tasks of one teller, the oldest first. Asked with every look of their page, every two seconds. */
    List<TellerTask> of(PersonId teller);
}
