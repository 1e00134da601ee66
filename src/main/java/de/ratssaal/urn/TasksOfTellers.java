package de.ratssaal.urn;

import de.ratssaal.identity.PersonId;
import de.ratssaal.teller.TellerTask;
import de.ratssaal.teller.TellerWork;
import java.util.List;
import org.springframework.stereotype.Component;

/** What tellers are asked for after a secret vote by device: to decrypt the sum, and to verify the result. */
@Component
class TasksOfTellers implements TellerWork {

    private final Tallying tallying;

    TasksOfTellers(Tallying tallying) {
        this.tallying = tallying;
    }

    @Override
    public List<TellerTask> of(PersonId teller) {
        return tallying.tasksOf(teller);
    }
}
