package de.ratssaal.audit;

import de.ratssaal.base.AuditedEvent;
import de.ratssaal.identity.Access;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.context.event.EventListener;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes every audited event into the log, in the transaction of the change: both stand or both fall. Votes pass here, so
 * it is one plain insert.
 */
@Component
class RecordAuditedEvents {

    private static final String ROOT = "de.ratssaal.";

    private final LogStore store;
    private final Access access;
    private final Clock clock;
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
        store.write(
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor(),
                types.get(event.getClass()),
                oneLine(event.auditSubject()),
                oneLine(event.auditLine()));
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
