package de.ratssaal.identity;

import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Reads for the owner of an account without a session: a calendar to which they subscribed, what lies on their device. */
@Component
public class WithoutSession {

    private final Sessions sessions;

    WithoutSession(Sessions sessions) {
        this.sessions = sessions;
    }

    /**
     * Does something as the account. For what only reads: there is nobody who could be asked. Roles that need a second factor
     * do not count.
     *
     * @return nothing if the account is closed or does not exist
     */
    public <T> Optional<T> as(AccountId account, Supplier<T> read) {
        return as(account, false, read);
    }

    /** @param secondFactor whether its owner once showed the second factor for what is read now */
    public <T> Optional<T> as(AccountId account, boolean secondFactor, Supplier<T> read) {
        var before = SecurityContextHolder.getContext();
        try {
            return sessions.without(account, secondFactor).map(it -> {
                var context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(it);
                SecurityContextHolder.setContext(context);
                return read.get();
            });
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }
}
