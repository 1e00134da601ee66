package de.ratssaal.teller;

import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What tellers are told outside the application, as long as it holds. For the application itself. */
@Service
@Transactional(readOnly = true)
public class TellerLetters {

    /** Who did not hear of it by then does not need to any more. */
    private static final Duration NEWS = Duration.ofDays(7);

    private final TellerStore store;
    private final ObjectProvider<TellerWork> work;
    private final Access access;
    private final Clock clock;

    TellerLetters(TellerStore store, ObjectProvider<TellerWork> work, Access access, Clock clock) {
        this.store = store;
        this.work = work;
        this.access = access;
        this.clock = clock;
    }

    public List<DueTellerLetter> due() {
        access.requireSystem();
        var due = new ArrayList<>(store.letters(clock.instant().minus(NEWS)));
        store.whoHoldShares().forEach(it -> due.addAll(ofTasks(it).toList()));
        return List.copyOf(due);
    }

    private Stream<DueTellerLetter> ofTasks(PersonId teller) {
        return work.stream()
                .flatMap(it -> it.of(teller).stream())
                .flatMap(task -> store.find(task.ceremony()).stream()
                        .map(it -> new DueTellerLetter(
                                TellerLetterKind.of(task.todo()),
                                task.poll(),
                                it.set().organization(),
                                teller)));
    }
}
