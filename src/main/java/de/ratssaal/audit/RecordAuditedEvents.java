package de.ratssaal.audit;

import de.ratssaal.audit.LogStore.NewEntry;
import de.ratssaal.base.AuditedEvent;
import de.ratssaal.base.PerTransaction;
import de.ratssaal.identity.Access;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes every audited event into the log, in the transaction of the change: both stand or both fall. All entries of a
 * transaction are written just before its commit in one statement, since votes pass here.
 */
@Component
class RecordAuditedEvents {

    private static final String ROOT = "de.ratssaal.";

    private final LogStore store;
    private final Access access;
    private final Clock clock;
    private final PerTransaction<EntriesOfTransaction> entries = new PerTransaction<>(EntriesOfTransaction::new);
    private final ClassValue<String> types = new ClassValue<>() {
        @Override
        protected String computeValue(Class<?> event) {
            var module = event.getPackageName();
            return (module.startsWith(ROOT) ? module.substring(ROOT.length()) : module) + "." + event.getSimpleName();
        }
    };

    RecordAuditedEvents(LogStore store, Access access, Clock clock) {
        this.store = store;
        this.access = access;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(AuditedEvent event) {
        var entry = new NewEntry(
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor(),
                types.get(event.getClass()),
                oneLine(event.auditSubject()),
                oneLine(event.auditLine()));
        entries.get().add(entry);
    }

    /** Gathers what happens in one transaction. What others do while it is committing is written at once. */
    private final class EntriesOfTransaction implements TransactionSynchronization {

        private final List<NewEntry> entries = new ArrayList<>();
        private boolean isWritten;

        EntriesOfTransaction() {
            TransactionSynchronizationManager.registerSynchronization(this);
        }

        void add(NewEntry entry) {
            if (isWritten) {
                store.write(List.of(entry));
            } else {
                entries.add(entry);
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            isWritten = true;
            store.write(entries);
        }
    }

    private String actor() {
        if (access.isSystem()) {
            var authentication = SecurityContextHolder.getContext().getAuthentication();
            return authentication == null ? "system" : oneLine(authentication.getName());
        }
        return access.signedIn()
                .map(who -> who.person() == null
                        ? "account/" + who.account()
                        : "account/" + who.account() + " person/" + who.person())
                .orElse("anonymous");
    }

    /** A title with a line break in it must not break the form of the log, nor its change fail. */
    static String oneLine(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i)) || Character.isSurrogate(text.charAt(i))) {
                var clean = new StringBuilder(text.length());
                text.codePoints()
                        .map(it -> Character.isISOControl(it)
                                ? ' '
                                : Character.getType(it) == Character.SURROGATE ? '\uFFFD' : it)
                        .forEach(clean::appendCodePoint);
                return clean.toString();
            }
        }
        return text;
    }
}
