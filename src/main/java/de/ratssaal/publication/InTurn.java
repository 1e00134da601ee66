package de.ratssaal.publication;

import de.ratssaal.identity.Access;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * Publishes one thing after the other, and only once what was asked for several times meanwhile. Whoever waits holds no
 * database connection: an import of a thousand memberships must not take them from a running vote.
 */
@Component
class InTurn {

    private final Access access;
    private final Set<Object> asked = ConcurrentHashMap.newKeySet();
    private final ReentrantLock turn = new ReentrantLock();

    InTurn(Access access) {
        this.access = access;
    }

    /**
     * @param what identifies the thing; asked for after its change was committed
     * @param publish looks at its present state
     */
    <T> void publish(T what, Consumer<T> publish) {
        asked.add(what);
        turn.lock();
        try {
            // Somebody who took it off after it was asked for has seen the change.
            if (asked.remove(what)) {
                access.asSystem(Publishing.JOB, () -> publish.accept(what));
            }
        } finally {
            turn.unlock();
        }
    }
}
