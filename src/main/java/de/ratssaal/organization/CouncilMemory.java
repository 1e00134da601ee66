package de.ratssaal.organization;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.rules.RulesOfProcedure;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What was read about bodies and organizations, remembered until something of it changes: a live meeting asks for the same
 * members at every vote.
 *
 * <p>This node forgets at the commit of a change, other nodes with its notice. A transaction that changes something reads
 * past the memory, so that nobody else sees what is not committed.
 */
@Component
class CouncilMemory {

    private volatile Answers answers = new Answers();
    private final ChangeNotices notices;

    CouncilMemory(ChangeNotices notices) {
        this.notices = notices;
        notices.watch(Councils.CHANGES, this::forget);
    }

    /**
     * @param which where answers of this kind are
     * @param question what is asked
     * @param read finds the answer in the database
     */
    <Q, A> A recall(Function<Answers, Map<Q, A>> which, Q question, Function<Q, A> read) {
        if (TransactionSynchronizationManager.hasResource(this)) {
            return read.apply(question);
        }
        // An answer that was read before a change goes where nobody looks after it.
        var kept = which.apply(answers);
        var known = kept.get(question);
        if (known != null) {
            return known;
        }
        var answer = read.apply(question);
        kept.put(question, answer);
        return answer;
    }

    /** To be called in the transaction that changes something. */
    void changed() {
        notices.changed(Councils.CHANGES);
        if (TransactionSynchronizationManager.hasResource(this)) {
            return;
        }
        TransactionSynchronizationManager.bindResource(this, true);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResource(CouncilMemory.this);
                forget();
            }
        });
    }

    private void forget() {
        answers = new Answers();
    }

    /** Everything remembered since the last change. */
    record Answers(
            Map<BodyId, BodySummary> bodies,
            Map<OrganizationId, OrganizationSummary> organizations,
            Map<OrganizationDay, List<MemberSummary>> members,
            Map<OrganizationDay, RulesOfProcedure> rules,
            Map<PersonId, List<HeldMembership>> held,
            Map<PersonId, String> names) {

        Answers() {
            this(
                    new ConcurrentHashMap<>(),
                    new ConcurrentHashMap<>(),
                    new ConcurrentHashMap<>(),
                    new ConcurrentHashMap<>(),
                    new ConcurrentHashMap<>(),
                    new ConcurrentHashMap<>());
        }
    }

    record OrganizationDay(OrganizationId organization, LocalDate day) {}
}
