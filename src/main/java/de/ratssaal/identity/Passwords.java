package de.ratssaal.identity;

import de.ratssaal.base.Refusal;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** A person's own password: changed with the present one, or chosen anew with a link from a mail. */
@Service
public class Passwords {

    private final JdbcClient database;
    private final Access access;
    private final PasswordHashing hashing;
    private final GuessLimit limit;
    private final OneTimeLinks links;
    private final Sessions sessions;
    private final KnownDevices devices;
    private final LetterBox letters;
    private final ApplicationEventPublisher events;
    private final RealTime time;
    private final TransactionOperations transaction;

    Passwords(
            JdbcClient database,
            Access access,
            PasswordHashing hashing,
            GuessLimit limit,
            OneTimeLinks links,
            Sessions sessions,
            KnownDevices devices,
            LetterBox letters,
            ApplicationEventPublisher events,
            RealTime time,
            TransactionOperations transaction) {
        this.database = database;
        this.access = access;
        this.hashing = hashing;
        this.limit = limit;
        this.links = links;
        this.sessions = sessions;
        this.devices = devices;
        this.letters = letters;
        this.events = events;
        this.time = time;
        this.transaction = transaction;
    }

    /**
     * Sends a link to the address of the account, if there is such an account. Whoever asks gets the same answer in the
     * same time whether there is one or not.
     *
     * @param typed login or mail address
     */
    public void forgotten(String typed, Origin origin) {
        var asked = typed.strip().toLowerCase(Locale.ROOT);
        if (limit.attempt(GuessLimit.Target.mail(asked)).isEmpty()
                && limit.attempt(GuessLimit.Target.mailFrom(origin.address())).isEmpty()) {
            letters.later(() -> owner(asked).ifPresent(this::sendLink));
        }
    }

    private void sendLink(AccountId account) {
        letters.write(account, AccountLetter.Kind.FORGOTTEN, links.make(OneTimeLinks.Purpose.FORGOTTEN, account));
    }

    /** Two accounts may have the same mail address; then only the login says which is meant. */
    private Optional<AccountId> owner(String asked) {
        var found = database.sql("""
                        select id from identity_account
                        where active and mail is not null and (login = :asked or lower(mail) = :asked)
                        order by login = :asked desc limit 2
                        """).param("asked", asked).query(UUID.class).list();
        return found.size() == 1 || found.size() == 2 && isLogin(found.getFirst(), asked)
                ? Optional.of(new AccountId(found.getFirst()))
                : Optional.empty();
    }

    private boolean isLogin(UUID account, String asked) {
        return database.sql("select login = :asked from identity_account where id = :account")
                .param("asked", asked)
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    /** Whether a link from a mail still works; looking does not use it up. */
    public boolean isLinkValid(String token) {
        return links.look(token).filter(it -> it.account() != null).isPresent();
    }

    /**
     * Chooses a password with a link. Whoever was signed in with the account is signed out: perhaps it was not its owner.
     * A second factor stays as it is.
     *
     * @throws Refusal if the link does not work or the password is too easy; then the link is not used up
     */
    public void chooseWithLink(String token, String password) {
        var meant = links.look(token).map(OneTimeLinks.Meant::account).orElseThrow(Passwords::linkUsed);
        requireOwn(meant);
        check(meant, password);
        var hash = hashing.hash(password);
        transaction.executeWithoutResult(running -> {
            var account = links.use(token).map(OneTimeLinks.Meant::account).orElseThrow(Passwords::linkUsed);
            links.forget(account);
            keep(account, hash);
            limit.succeeded(GuessLimit.Target.login(loginOf(account)));
            sessions.endAll(account);
            devices.forget(account);
        });
        letters.later(() -> letters.write(meant, AccountLetter.Kind.CHANGED, null));
    }

    /**
     * Changes the password of whoever acts. All other sessions of theirs end.
     *
     * @throws Refusal if the present password is wrong or the new one too easy
     */
    public void change(String present, String next) {
        var account = access.require().account();
        requireOwn(account);
        confirm(account, present);
        check(account, next);
        var hash = hashing.hash(next);
        transaction.executeWithoutResult(running -> {
            links.forget(account);
            keep(account, hash);
            sessions.endOthers();
        });
        letters.later(() -> letters.write(account, AccountLetter.Kind.CHANGED, null));
    }

    /** Whether whoever acts has a password, rather than coming by the city's directory or a passkey only. */
    public boolean haveOne() {
        return hashOf(access.require().account()).isPresent();
    }

    /**
     * A demo login is everybody's: nobody takes it from the others.
     *
     * @throws Refusal if it is one
     */
    void requireOwn(AccountId account) {
        if (database.sql("select exists (select 1 from identity_demo_login where account_id = ?)")
                .param(account.value())
                .query(Boolean.class)
                .single()) {
            throw new Refusal("identity.demo.kept");
        }
    }

    /** Asks for the password once more before something that a left-open computer must not allow. */
    void confirm(AccountId account, String password) {
        var guessed = GuessLimit.Target.code(account);
        if (limit.attempt(guessed).isPresent()) {
            throw new Refusal("identity.password.later");
        }
        if (!hashOf(account).map(it -> hashing.matches(password, it)).orElse(false)) {
            throw new Refusal("identity.password.wrong");
        }
        limit.succeeded(guessed);
    }

    /** The same, unless the account has no password: then there is nothing to ask for. */
    void confirmIfAny(AccountId account, String password) {
        if (hashOf(account).isPresent()) {
            confirm(account, password);
        }
    }

    void check(AccountId account, String password) {
        database.sql("select login, name from identity_account where id = ?")
                .param(account.value())
                .query((row, number) -> {
                    PasswordRules.check(password, row.getString("login"), row.getString("name"));
                    return true;
                })
                .single();
    }

    String hash(String password) {
        return hashing.hash(password);
    }

    void keep(AccountId account, String hash) {
        var now = time.now();
        database.sql("""
                        insert into identity_password (account_id, hash, changed_at) values (:account, :hash, :now)
                        on conflict (account_id) do update set hash = excluded.hash, changed_at = excluded.changed_at
                        """)
                .param("account", account.value())
                .param("hash", hash)
                .param("now", Moments.in(now))
                .update();
        events.publishEvent(new PasswordChanged(account, now));
    }

    private Optional<String> hashOf(AccountId account) {
        return database.sql("select hash from identity_password where account_id = ?")
                .param(account.value())
                .query(String.class)
                .optional();
    }

    private String loginOf(AccountId account) {
        return database.sql("select login from identity_account where id = ?")
                .param(account.value())
                .query(String.class)
                .single();
    }

    private static Refusal linkUsed() {
        return new Refusal("identity.link.used");
    }
}
