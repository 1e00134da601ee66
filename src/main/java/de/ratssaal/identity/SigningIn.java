package de.ratssaal.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** From what somebody shows to an open session. Whoever guesses learns nothing: neither whether an account exists nor why. */
@Service
public class SigningIn {

    private static final Logger LOG = LoggerFactory.getLogger(SigningIn.class);

    private final JdbcClient database;
    private final PasswordHashing hashing;
    private final GuessLimit limit;
    private final KnownDevices devices;
    private final Sessions sessions;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;

    SigningIn(
            JdbcClient database,
            PasswordHashing hashing,
            GuessLimit limit,
            KnownDevices devices,
            Sessions sessions,
            ApplicationEventPublisher events,
            TransactionOperations transaction) {
        this.database = database;
        this.hashing = hashing;
        this.limit = limit;
        this.devices = devices;
        this.sessions = sessions;
        this.events = events;
        this.transaction = transaction;
    }

    /**
     * @param typed login as typed
     * @param lasting whether the browser is to keep the session when it is closed
     */
    public SignInOutcome withPassword(String typed, String password, boolean lasting, Origin origin) {
        var login = typed.strip().toLowerCase(Locale.ROOT);
        var address = GuessLimit.Target.address(origin.address());
        var guessed = devices.isKnown(origin.knownDevice(), login)
                ? GuessLimit.Target.knownDevice(origin.knownDevice(), login)
                : GuessLimit.Target.login(login);
        var wait = limit.waiting(address).or(() -> limit.attempt(guessed));
        if (wait.isPresent()) {
            LOG.warn("Sign-in from {} refused: too many failures", origin.address());
            return new SignInOutcome.Locked(wait.get());
        }
        var candidate = find(login);
        // hashed outside any transaction: a connection is not held while Argon2id works
        if (!matches(candidate.orElse(null), password)) {
            limit.failed(address);
            refused(candidate.map(Candidate::account).orElse(null), SignInRefused.Reason.WRONG, origin);
            return new SignInOutcome.Wrong();
        }
        var account = candidate.orElseThrow();
        if (!account.active()) {
            refused(account.account(), SignInRefused.Reason.INACTIVE, origin);
            return new SignInOutcome.Wrong();
        }
        limit.succeeded(guessed);
        return new SignInOutcome.Complete(
                sessions.open(account.account(), SignInMethod.PASSWORD, false, lasting, origin));
    }

    private boolean matches(@Nullable Candidate candidate, String password) {
        return candidate == null || candidate.hash() == null
                ? hashing.matchesNothing(password)
                : hashing.matches(password, candidate.hash());
    }

    private void refused(@Nullable AccountId account, SignInRefused.Reason reason, Origin origin) {
        LOG.warn("Sign-in by password from {} refused: {}", origin.address(), reason);
        transaction.executeWithoutResult(
                it -> events.publishEvent(new SignInRefused(account, SignInMethod.PASSWORD, reason)));
    }

    private Optional<Candidate> find(String login) {
        return database.sql("""
                        select a.id, a.active, p.hash from identity_account a
                        left join identity_password p on p.account_id = a.id
                        where a.login = ?
                        """)
                .param(login)
                .query((row, number) -> new Candidate(
                        new AccountId(row.getObject("id", UUID.class)),
                        row.getBoolean("active"),
                        row.getString("hash")))
                .optional();
    }

    private record Candidate(
            AccountId account, boolean active, @Nullable String hash) {

        @Override
        public String toString() {
            return "Candidate[" + account + "]";
        }
    }
}
