package de.ratssaal.base;

import java.util.function.Supplier;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Something that the running transaction keeps until its end. A transaction that runs inside another has its own.
 *
 * @param <T> what is kept
 */
public final class PerTransaction<T> {

    private final Supplier<T> making;

    /** @param making makes what a transaction keeps, when it first asks */
    public PerTransaction(Supplier<T> making) {
        this.making = making;
    }

    /** What the running transaction keeps. Without a transaction a new one each time. */
    @SuppressWarnings("unchecked") // bound below, under this key
    public T get() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return making.get();
        }
        var kept = (T) TransactionSynchronizationManager.getResource(this);
        if (kept == null) {
            kept = making.get();
            TransactionSynchronizationManager.bindResource(this, kept);
            TransactionSynchronizationManager.registerSynchronization(new Keeping(kept));
        }
        return kept;
    }

    private final class Keeping implements TransactionSynchronization {

        private final T kept;

        Keeping(T kept) {
            this.kept = kept;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(PerTransaction.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(PerTransaction.this, kept);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(PerTransaction.this);
        }
    }
}
