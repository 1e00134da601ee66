package de.ratssaal.identity;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes guessing slow: after some failures each further one doubles the wait. Counted in the database, so that it holds on
 * every node and after a restart, and in one statement, so that a thousand guesses at once count as a thousand.
 */
@Component
class GuessLimit {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final JdbcClient database;
    private final RealTime time;

    GuessLimit(JdbcClient database, RealTime time) {
        this.database = database;
        this.time = time;
    }

    /**
     * What may be guessed at.
     *
     * @param key names it, without saying what was typed
     * @param free failures without a wait
     * @param forgiven time in which as many failures are forgiven
     * @param longest bound of the wait
     */
    record Target(String key, int free, Duration forgiven, Duration longest) {

        private static final Duration QUARTER = Duration.ofMinutes(15);
        private static final Duration HOUR = Duration.ofHours(1);
        private static final Duration DAY = Duration.ofDays(1);

        static Target login(String typed) {
            return new Target("login/" + Secrets.hexHash(typed), 5, DAY, QUARTER);
        }

        /** The same account, from a device on which it signed in before: a stranger's guesses do not lock it out. */
        static Target knownDevice(String device, String typed) {
            return new Target("device/" + Secrets.hexHash(device + "/" + typed), 5, DAY, QUARTER);
        }

        /** A whole town hall may share one address. */
        static Target address(String address) {
            return new Target("address/" + address, 50, HOUR, HOUR);
        }

        static Target code(AccountId account) {
            return new Target("code/" + account, 5, DAY, QUARTER);
        }

        /** Letters that somebody can cause for one account. */
        static Target mail(String typed) {
            return new Target("mail/" + Secrets.hexHash(typed), 3, HOUR, HOUR);
        }

        static Target mailFrom(String address) {
            return new Target("mail-from/" + address, 20, HOUR, HOUR);
        }
    }

    /** Counts an attempt as failed before it is checked. The wait, if there is one; then the attempt is not to be checked. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    Optional<Duration> attempt(Target target) {
        var now = time.now();
        var locked = lockedUntil(target, true);
        if (locked != null && locked.isAfter(now)) {
            return Optional.of(Duration.between(now, locked));
        }
        count(target, now);
        return Optional.empty();
    }

    /** The wait, if there is one; nothing is counted. */
    @Transactional(readOnly = true)
    Optional<Duration> waiting(Target target) {
        var now = time.now();
        var locked = lockedUntil(target, false);
        return locked != null && locked.isAfter(now) ? Optional.of(Duration.between(now, locked)) : Optional.empty();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void failed(Target target) {
        count(target, time.now());
    }

    @Transactional
    void succeeded(Target target) {
        database.sql("delete from identity_guess where target = ?")
                .param(target.key())
                .update();
    }

    private @Nullable Instant lockedUntil(Target target, boolean forUpdate) {
        if (forUpdate) {
            database.sql("""
                            insert into identity_guess (target, failures, last_at) values (?, 0, ?)
                            on conflict (target) do nothing
                            """).params(target.key(), Moments.in(time.now())).update();
        }
        return database.sql(
                        "select locked_until from identity_guess where target = ?" + (forUpdate ? " for update" : ""))
                .param(target.key())
                .query((row, number) -> Optional.ofNullable(row.getTimestamp("locked_until")))
                .optional()
                .flatMap(it -> it)
                .map(Timestamp::toInstant)
                .orElse(null);
    }

    private void count(Target target, Instant now) {
        var failures = database.sql("""
                        insert into identity_guess as g (target, failures, last_at) values (:target, 1, :now)
                        on conflict (target) do update set
                            failures = 1 + greatest(0, g.failures
                                - greatest(0, extract(epoch from (excluded.last_at - g.last_at))) * :forgivenPerSecond),
                            last_at = :now
                        returning failures
                        """)
                .param("target", target.key())
                .param("now", Moments.in(now))
                .param(
                        "forgivenPerSecond",
                        (double) target.free() / target.forgiven().toSeconds())
                .query(Double.class)
                .single();
        // a moment's forgiveness does not give a further guess
        var counted = (int) Math.ceil(failures);
        if (counted >= target.free()) {
            database.sql("update identity_guess set locked_until = :until where target = :target")
                    .param("until", Moments.in(now.plus(wait(counted, target))))
                    .param("target", target.key())
                    .update();
        }
    }

    static Duration wait(int failures, Target target) {
        int doublings = Math.min(failures - target.free(), 20);
        var wait = FIRST_WAIT.multipliedBy(1L << doublings);
        return wait.compareTo(target.longest()) > 0 ? target.longest() : wait;
    }

    @Scheduled(fixedDelayString = "PT1H")
    void forgetOld() {
        database.sql("delete from identity_guess where last_at < ?")
                .param(Moments.in(time.now().minus(FORGOTTEN)))
                .update();
    }
}
