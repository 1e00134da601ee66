package de.ratssaal.identity;

import de.ratssaal.base.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A person's own second factor: codes of an authenticator application, and recovery codes for the day it is lost. */
@Service
public class SecondFactor {

    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_BYTES = 10;

    private final JdbcClient database;
    private final Access access;
    private final SecondFactorRule rule;
    private final KeptKey key;
    private final Passwords passwords;
    private final Sessions sessions;
    private final LetterBox letters;
    private final ApplicationEventPublisher events;
    private final RealTime time;

    SecondFactor(
            JdbcClient database,
            Access access,
            SecondFactorRule rule,
            KeptKey key,
            Passwords passwords,
            Sessions sessions,
            LetterBox letters,
            ApplicationEventPublisher events,
            RealTime time) {
        this.database = database;
        this.access = access;
        this.rule = rule;
        this.key = key;
        this.passwords = passwords;
        this.sessions = sessions;
        this.letters = letters;
        this.events = events;
        this.time = time;
    }

    /** Whether whoever acts has set one up. */
    @Transactional(readOnly = true)
    public boolean isSetUp() {
        return isSetUp(access.require().account());
    }

    /** Whether whoever acts must have one. */
    @Transactional(readOnly = true)
    public boolean isDemanded() {
        return rule.isDemandedOf(access.require().account());
    }

    /** How many recovery codes whoever acts has not used yet. */
    @Transactional(readOnly = true)
    public int recoveryCodesLeft() {
        return database.sql("select count(*) from identity_recovery_code where account_id = ? and used_at is null")
                .param(access.require().account().value())
                .query(Integer.class)
                .single();
    }

    /** Begins to set one up, in place of the one before if there is one. */
    @Transactional(readOnly = true)
    public Enrolment begin() {
        return begin(access.require().account());
    }

    /** The same for whoever may not sign in without one. */
    @Transactional(readOnly = true)
    public Enrolment begin(PendingSignIn pending) {
        if (isSetUp(pending.account())) {
            throw new Refusal("identity.second-factor.exists");
        }
        return begin(pending.account());
    }

    /**
     * Sets it up for whoever acts. The other sessions of theirs end.
     *
     * @param password asked once more, so that nobody does it on a computer left open; empty if there is none
     * @param code what the authenticator application shows
     * @return recovery codes, each good once; they are never shown again
     */
    @Transactional
    public List<String> complete(Enrolment enrolment, String password, String code) {
        var account = access.require().account();
        if (!account.equals(enrolment.account())) {
            throw new Refusal("identity.second-factor.wrong");
        }
        passwords.requireOwn(account);
        passwords.confirmIfAny(account, password);
        var codes = keep(enrolment, code);
        sessions.endOthers();
        return codes;
    }

    /** The same at the sign-in, in which the password was just shown. */
    @Transactional
    List<String> complete(PendingSignIn pending, Enrolment enrolment, String code) {
        if (!pending.account().equals(enrolment.account()) || isSetUp(pending.account())) {
            throw new Refusal("identity.second-factor.wrong");
        }
        return keep(enrolment, code);
    }

    /**
     * Goes back to the password alone.
     *
     * @throws Refusal if a role of whoever acts demands a second factor
     */
    @Transactional
    public void remove(String password) {
        var account = access.require().account();
        if (rule.isDemandedOf(account)) {
            throw new Refusal("identity.second-factor.demanded");
        }
        passwords.confirmIfAny(account, password);
        remove(account);
    }

    /** Makes new recovery codes; those before do not work any more. */
    @Transactional
    public List<String> newRecoveryCodes(String password) {
        var account = access.require().account();
        passwords.confirmIfAny(account, password);
        if (!isSetUp(account)) {
            throw new Refusal("identity.second-factor.missing");
        }
        return recoveryCodes(account);
    }

    boolean isSetUp(AccountId account) {
        return database.sql("select exists (select 1 from identity_totp where account_id = ?)")
                .param(account.value())
                .query(Boolean.class)
                .single();
    }

    @Transactional
    void remove(AccountId account) {
        database.sql("delete from identity_recovery_code where account_id = ?")
                .param(account.value())
                .update();
        if (database.sql("delete from identity_totp where account_id = ?")
                        .param(account.value())
                        .update()
                > 0) {
            events.publishEvent(new SecondFactorRemoved(account));
            letters.later(() -> letters.write(account, AccountLetter.Kind.SECOND_FACTOR_REMOVED, null));
        }
    }

    /**
     * Whether what was typed is a code of the account that was not used yet. It is used up by this.
     *
     * @param typed six digits, or a recovery code
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    boolean accept(AccountId account, String typed) {
        var plain = plain(typed);
        return plain.length() == 6 ? acceptCode(account, plain) : acceptRecoveryCode(account, plain);
    }

    private boolean acceptCode(AccountId account, String code) {
        var step = database.sql("select sealed, last_step from identity_totp where account_id = ? for update")
                .param(account.value())
                .query((row, number) -> OneTimeCodes.stepOf(
                        code, key.open(account, row.getBytes("sealed")), time.now(), row.getLong("last_step")))
                .optional();
        if (step.isEmpty() || step.get().isEmpty()) {
            return false;
        }
        database.sql("update identity_totp set last_step = ? where account_id = ?")
                .params(step.get().getAsLong(), account.value())
                .update();
        return true;
    }

    private boolean acceptRecoveryCode(AccountId account, String code) {
        var accepted = database.sql("""
                                update identity_recovery_code set used_at = :now
                                where account_id = :account and code_hash = :code and used_at is null
                                """)
                        .param("now", Moments.in(time.now()))
                        .param("account", account.value())
                        .param("code", Secrets.hash(code))
                        .update()
                == 1;
        if (accepted) {
            events.publishEvent(new RecoveryCodeUsed(account));
            letters.later(() -> letters.write(account, AccountLetter.Kind.RECOVERY_CODE_USED, null));
        }
        return accepted;
    }

    private Enrolment begin(AccountId account) {
        return new Enrolment(
                account,
                database.sql("select login from identity_account where id = ?")
                        .param(account.value())
                        .query(String.class)
                        .single());
    }

    private List<String> keep(Enrolment enrolment, String code) {
        var account = enrolment.account();
        var step = OneTimeCodes.stepOf(plain(code), enrolment.secret(), time.now(), 0);
        if (step.isEmpty()) {
            throw new Refusal("identity.second-factor.wrong");
        }
        database.sql("""
                        insert into identity_totp (account_id, sealed, confirmed_at, last_step)
                        values (:account, :sealed, :now, :step)
                        on conflict (account_id) do update set sealed = excluded.sealed,
                            confirmed_at = excluded.confirmed_at, last_step = excluded.last_step
                        """)
                .param("account", account.value())
                .param("sealed", key.seal(account, enrolment.secret()))
                .param("now", Moments.in(time.now()))
                .param("step", step.getAsLong())
                .update();
        events.publishEvent(new SecondFactorSetUp(account));
        return recoveryCodes(account);
    }

    private List<String> recoveryCodes(AccountId account) {
        database.sql("delete from identity_recovery_code where account_id = ?")
                .param(account.value())
                .update();
        var codes = Stream.generate(() -> Base32.encode(Secrets.random(RECOVERY_BYTES)))
                .limit(RECOVERY_CODES)
                .toList();
        codes.forEach(code -> database.sql(
                        "insert into identity_recovery_code (account_id, code_hash, created_at) values (?, ?, ?)")
                .params(account.value(), Secrets.hash(code), Moments.in(time.now()))
                .update());
        return codes.stream().map(it -> it.replaceAll("(.{4})(?!$)", "$1-")).toList();
    }

    /** As people type it: with blanks, dashes and small letters. */
    private static String plain(String typed) {
        return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    }
}
