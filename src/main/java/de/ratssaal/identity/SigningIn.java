package de.ratssaal.identity;

import java.util.List;
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
    private final SecondFactor secondFactor;
    private final Passkeys passkeys;
    private final DirectoryLinks directory;
    private final SecondFactorRule rule;
    private final Sessions sessions;
    private final RealTime time;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transaction;

    SigningIn(
            JdbcClient database,
            PasswordHashing hashing,
            GuessLimit limit,
            KnownDevices devices,
            SecondFactor secondFactor,
            Passkeys passkeys,
            DirectoryLinks directory,
            SecondFactorRule rule,
            Sessions sessions,
            RealTime time,
            ApplicationEventPublisher events,
            TransactionOperations transaction) {
        this.database = database;
        this.hashing = hashing;
        this.limit = limit;
        this.devices = devices;
        this.secondFactor = secondFactor;
        this.passkeys = passkeys;
        this.directory = directory;
        this.rule = rule;
        this.sessions = sessions;
        this.time = time;
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
            refused(
                    candidate.map(Candidate::account).orElse(null),
                    SignInMethod.PASSWORD,
                    SignInRefused.Reason.WRONG,
                    origin);
            return new SignInOutcome.Wrong();
        }
        var account = candidate.orElseThrow();
        if (!account.active()) {
            refused(account.account(), SignInMethod.PASSWORD, SignInRefused.Reason.INACTIVE, origin);
            return new SignInOutcome.Wrong();
        }
        limit.succeeded(guessed);
        return afterFirstFactor(account.account(), SignInMethod.PASSWORD, lasting, origin);
    }

    /**
     * A passkey is two factors in one: a device, and the proof to it that its owner uses it.
     *
     * @param shown the browser's answer
     * @param lasting whether the browser is to keep the session when it is closed
     */
    public SignInOutcome withPasskey(PasskeyRequest request, String shown, boolean lasting, Origin origin) {
        var account = passkeys.verify(request, shown);
        if (account.isEmpty()) {
            refused(null, SignInMethod.PASSKEY, SignInRefused.Reason.WRONG, origin);
            return new SignInOutcome.Wrong();
        }
        if (!isActive(account.get())) {
            refused(account.get(), SignInMethod.PASSKEY, SignInRefused.Reason.INACTIVE, origin);
            return new SignInOutcome.Wrong();
        }
        return new SignInOutcome.Complete(sessions.open(account.get(), SignInMethod.PASSKEY, true, lasting, origin));
    }

    /** The directory says who somebody is. What they may do, and whether that needs a second factor, is said here. */
    public SignInOutcome withDirectory(DirectoryIdentity who, Origin origin) {
        var account = directory.accountOf(who);
        if (account.isEmpty()) {
            refused(null, SignInMethod.DIRECTORY, SignInRefused.Reason.WRONG, origin);
            return new SignInOutcome.Wrong();
        }
        if (!isActive(account.get())) {
            refused(account.get(), SignInMethod.DIRECTORY, SignInRefused.Reason.INACTIVE, origin);
            return new SignInOutcome.Wrong();
        }
        return afterFirstFactor(account.get(), SignInMethod.DIRECTORY, false, origin);
    }

    /** What comes after the first factor was right. */
    private SignInOutcome afterFirstFactor(AccountId account, SignInMethod method, boolean lasting, Origin origin) {
        var pending = new PendingSignIn(account, method, lasting, time.now());
        if (secondFactor.isSetUp(account)) {
            return new SignInOutcome.CodeNeeded(pending);
        }
        return rule.isDemandedOf(account)
                ? new SignInOutcome.SetUpNeeded(pending)
                : new SignInOutcome.Complete(sessions.open(account, method, false, lasting, origin));
    }

    /**
     * Goes on with the second factor.
     *
     * @param typed a code of the authenticator application, or a recovery code
     */
    public SignInOutcome withCode(PendingSignIn pending, String typed, Origin origin) {
        var account = pending.account();
        if (pending.isOver(time.now()) || !isActive(account)) {
            return new SignInOutcome.TooLate();
        }
        var guessed = GuessLimit.Target.code(account);
        var wait = limit.attempt(guessed);
        if (wait.isPresent()) {
            refused(account, pending.method(), SignInRefused.Reason.LOCKED, origin);
            return new SignInOutcome.Locked(wait.get());
        }
        if (!secondFactor.accept(account, typed)) {
            refused(account, pending.method(), SignInRefused.Reason.WRONG, origin);
            return new SignInOutcome.Wrong();
        }
        limit.succeeded(guessed);
        return new SignInOutcome.Complete(sessions.open(account, pending.method(), true, pending.lasting(), origin));
    }

    /** A sign-in in which the second factor was set up. */
    public record SetUp(OpenedSession session, List<String> recoveryCodes) {

        public SetUp {
            recoveryCodes = List.copyOf(recoveryCodes);
        }

        /** Without the codes. */
        @Override
        public String toString() {
            return "SetUp[" + session + "]";
        }
    }

    /**
     * Sets up the second factor that the account may not sign in without.
     *
     * @return nothing if it took too long; then the sign-in begins anew
     * @throws de.ratssaal.base.Refusal if the code is wrong
     */
    public Optional<SetUp> settingUp(PendingSignIn pending, Enrolment enrolment, String code, Origin origin) {
        if (pending.isOver(time.now()) || !isActive(pending.account())) {
            return Optional.empty();
        }
        return Optional.ofNullable(transaction.execute(running -> {
            var codes = secondFactor.complete(pending, enrolment, code);
            return new SetUp(
                    sessions.open(pending.account(), pending.method(), true, pending.lasting(), origin), codes);
        }));
    }

    /** The account may have been closed between the two factors. */
    private boolean isActive(AccountId account) {
        return database.sql("select active from identity_account where id = ?")
                .param(account.value())
                .query(Boolean.class)
                .single();
    }

    private boolean matches(@Nullable Candidate candidate, String password) {
        return candidate == null || candidate.hash() == null
                ? hashing.matchesNothing(password)
                : hashing.matches(password, candidate.hash());
    }

    private void refused(@Nullable AccountId account, SignInMethod method, SignInRefused.Reason reason, Origin origin) {
        LOG.warn("Sign-in by {} from {} refused: {}", method, origin.address(), reason);
        transaction.executeWithoutResult(it -> events.publishEvent(new SignInRefused(account, method, reason)));
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
