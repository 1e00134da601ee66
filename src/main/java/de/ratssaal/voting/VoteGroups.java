package de.ratssaal.voting;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Stores votes that arrive while others are being stored in one transaction, with their audit entries: when a council votes
 * within a second, its votes share statements and commits (ADR 0070). A vote that is refused or cannot be stored spoils no other.
 */
@Component
class VoteGroups {

    private static final int MOST = 100;

    /** With two groups on their way at the same time both are smaller, and no more votes are stored in a second. */
    private static final int AT_ONCE = 1;

    private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
    private final Semaphore lanes = new Semaphore(AT_ONCE);
    private final BallotBox box;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    VoteGroups(BallotBox box, ApplicationEventPublisher events, PlatformTransactionManager transactions) {
        this.box = box;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Returns when the vote is durably stored.
     *
     * @return whether it was stored; not if the person has voted already
     * @throws DataAccessException what the database has against this vote, or that it is away
     * @throws TransactionException if the database is away
     */
    boolean store(VoteCast vote) {
        var mine = new Waiting(vote, SecurityContextHolder.getContext(), new CompletableFuture<>());
        queue.add(mine);
        if (lanes.tryAcquire()) {
            Thread.ofVirtual().name("votes").start(this::storeAll);
        }
        try {
            return mine.stored().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void storeAll() {
        do {
            var group = new ArrayList<Waiting>();
            while (queue.drainTo(group, MOST) > 0) {
                store(group);
                group.clear();
            }
            lanes.release();
            // somebody may have come who found no lane free
        } while (!queue.isEmpty() && lanes.tryAcquire());
    }

    private void store(List<Waiting> group) {
        try {
            transaction.execute(status -> storeTogether(group)).forEach(Runnable::run);
        } catch (DataAccessResourceFailureException | TransactionException | Error e) {
            fail(group, e);
        } catch (RuntimeException e) {
            if (group.size() == 1) {
                fail(group, e);
            } else { // some of them are refused
                store(group.subList(0, group.size() / 2));
                store(group.subList(group.size() / 2, group.size()));
            }
        }
    }

    /** @return what to tell each of them after the commit */
    private List<Runnable> storeTogether(List<Waiting> group) {
        var stored = box.store(group.stream().map(Waiting::vote).toList());
        var answers = new ArrayList<Runnable>(group.size());
        for (var it = 0; it < group.size(); it++) {
            var sender = group.get(it);
            var isStored = stored.get(it);
            if (isStored) {
                publishAs(sender);
            }
            answers.add(() -> sender.stored().complete(isStored));
        }
        return answers;
    }

    /** The log names who sent the vote. */
    private void publishAs(Waiting sender) {
        SecurityContextHolder.setContext(sender.context());
        try {
            events.publishEvent(sender.vote());
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static void fail(List<Waiting> group, Throwable reason) {
        group.forEach(it -> it.stored().completeExceptionally(reason));
    }

    private record Waiting(VoteCast vote, SecurityContext context, CompletableFuture<Boolean> stored) {}
}
