package de.ratssaal.identity;

import de.ratssaal.base.Refusal;
import java.net.URI;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** The accounts of the installation: who may sign in and which roles are granted to them. The administrator's business. */
@Service
public class Accounts {

    /** As many as {@link #find} answers at most. */
    public static final int SHOWN = 100;

    private static final Pattern LOGIN = Pattern.compile("[\\p{Ll}\\p{Nd}][\\p{Ll}\\p{Nd}._@+-]{0,99}");
    private static final Pattern MAIL = Pattern.compile("[^\\s@<>,;]+@[^\\s@<>,;]+\\.[^\\s@<>,;.]+");

    private final JdbcClient database;
    private final Access access;
    private final Sessions sessions;
    private final SecondFactor secondFactor;
    private final Passkeys passkeys;
    private final DirectoryLinks directory;
    private final OneTimeLinks links;
    private final LetterBox letters;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final RealTime time;
    private final TransactionOperations transaction;

    Accounts(
            JdbcClient database,
            Access access,
            Sessions sessions,
            SecondFactor secondFactor,
            Passkeys passkeys,
            DirectoryLinks directory,
            OneTimeLinks links,
            LetterBox letters,
            ApplicationEventPublisher events,
            Clock clock,
            RealTime time,
            TransactionOperations transaction) {
        this.database = database;
        this.access = access;
        this.sessions = sessions;
        this.secondFactor = secondFactor;
        this.passkeys = passkeys;
        this.directory = directory;
        this.links = links;
        this.letters = letters;
        this.events = events;
        this.clock = clock;
        this.time = time;
        this.transaction = transaction;
    }

    /**
     * Accounts whose name, login or mail address contains what was typed, by name; the first {@value #SHOWN} of them.
     *
     * @param typed may be empty
     */
    @Transactional(readOnly = true)
    public List<AccountSummary> find(String typed) {
        requireAdministrator();
        var escaped = typed.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1");
        return read("""
                where lower(a.name) like :typed or a.login like :typed or lower(a.mail) like :typed
                order by a.name, a.login limit 100
                """, "typed", "%" + escaped + "%");
    }

    /** @throws Refusal if there is no such account */
    @Transactional(readOnly = true)
    public AccountSummary show(AccountId account) {
        requireAdministrator();
        return read("where a.id = :id", "id", account.value()).stream()
                .findFirst()
                .orElseThrow(() -> new Refusal("identity.accounts.unknown"));
    }

    /** The devices on which an account is signed in, the latest first. */
    @Transactional(readOnly = true)
    public List<SessionSummary> sessions(AccountId account) {
        requireAdministrator();
        return sessions.of(account);
    }

    /** Makes an account. Nobody can sign in with it before its owner chose a password or the directory knows them. */
    @Transactional
    public AccountId create(NewAccount account) {
        requireAdministrator();
        if (!LOGIN.matcher(account.login()).matches()) {
            throw new Refusal("identity.accounts.login-invalid");
        }
        check(account.name(), account.mail());
        var id = AccountId.next();
        var person = account.person();
        try {
            database.sql("""
                            insert into identity_account (id, login, name, mail, person_id, created_at)
                            values (:id, :login, :name, :mail, :person, :now)
                            """)
                    .param("id", id.value())
                    .param("login", account.login())
                    .param("name", account.name())
                    .param("mail", account.mail())
                    .param("person", person == null ? null : person.value())
                    .param("now", Moments.in(clock.instant()))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Refusal("identity.accounts.exists", account.login());
        }
        events.publishEvent(new AccountCreated(id, person));
        account.grants().forEach(grant -> grant(id, grant));
        return id;
    }

    /**
     * Sets name and mail address.
     *
     * @param mail none if empty
     */
    @Transactional
    public void change(AccountId account, String name, String mail) {
        requireAdministrator();
        var address = mail.isBlank() ? null : mail.strip();
        check(name.strip(), address);
        database.sql("update identity_account set name = :name, mail = :mail, version = version + 1 where id = :id")
                .param("name", name.strip())
                .param("mail", address)
                .param("id", account.value())
                .update();
        // a link that went to the address before must not work for whoever reads there
        links.forget(account);
        events.publishEvent(new AccountChanged(account));
    }

    private static void check(String name, @Nullable String mail) {
        if (name.isEmpty()) {
            throw new Refusal("identity.accounts.name-missing");
        }
        if (mail != null && !MAIL.matcher(mail).matches()) {
            throw new Refusal("identity.mail-invalid");
        }
    }

    /**
     * Gives the owner of an account a link with which they choose a password. It goes by mail where there is a way.
     *
     * @return the link, if it cannot go by mail: to be handed over, it is never shown again
     */
    public Optional<URI> invite(AccountId account) {
        requireAdministrator();
        var owner = show(account);
        if (!owner.active()) {
            throw new Refusal("identity.accounts.locked");
        }
        var link = transaction.execute(running -> {
            events.publishEvent(new AccountInvited(account));
            return links.make(OneTimeLinks.Purpose.WELCOME, account);
        });
        if (owner.mail() != null && letters.isPossible()) {
            letters.later(() -> letters.write(account, AccountLetter.Kind.WELCOME, link));
            return Optional.empty();
        }
        return Optional.ofNullable(link);
    }

    /**
     * Locks an account: its sessions end at once and nobody signs in with it.
     *
     * @throws Refusal if it is the own one, or the last administrator's
     */
    @Transactional
    public void lock(AccountId account) {
        requireAdministrator();
        if (access.signedIn().map(SignedIn::account).filter(account::equals).isPresent()) {
            throw new Refusal("identity.accounts.not-yourself");
        }
        holdAdministrators();
        if (setActive(account, false)) {
            requireAnAdministrator();
            links.forget(account);
            sessions.endAll(account);
            events.publishEvent(new AccountLocked(account));
        }
    }

    @Transactional
    public void unlock(AccountId account) {
        requireAdministrator();
        if (setActive(account, true)) {
            events.publishEvent(new AccountUnlocked(account));
        }
    }

    private boolean setActive(AccountId account, boolean active) {
        return database.sql("""
                                update identity_account set active = :active, version = version + 1
                                where id = :id and active <> :active
                                """)
                        .param("active", active)
                        .param("id", account.value())
                        .update()
                == 1;
    }

    /** Ends every session of an account. */
    @Transactional
    public void endSessions(AccountId account) {
        requireAdministrator();
        sessions.endAll(account);
    }

    /**
     * Takes the second factor away from an owner who lost it, and with it the passkeys and every session. Those whose roles
     * demand one set a new one up at the next sign-in.
     */
    @Transactional
    public void resetSecondFactor(AccountId account) {
        requireAdministrator();
        secondFactor.remove(account);
        passkeys.removeAll(account);
        sessions.endAll(account);
    }

    /**
     * Forgets whose account it is in the city's own directory, when the directory made its owner anew. The next sign-in of
     * whoever has the account's mail address there links it again.
     */
    @Transactional
    public void unlinkDirectory(AccountId account) {
        requireAdministrator();
        directory.unlink(account);
    }

    /**
     * Grants a role for a time.
     *
     * @throws Refusal if the account has it already in that time
     */
    @Transactional
    public void grant(AccountId account, Grant grant) {
        requireAdministrator();
        var organization = grant.organization();
        var to = grant.to();
        try {
            database.sql("""
                            insert into identity_role_grant (account_id, role, organization_id, valid_from, valid_to)
                            values (:account, :role, :organization, :from, :to)
                            """)
                    .param("account", account.value())
                    .param("role", grant.role().name())
                    .param("organization", organization == null ? null : organization.value())
                    .param("from", Moments.in(grant.from()))
                    .param("to", to == null ? null : Moments.in(to))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Refusal("identity.accounts.granted-already");
        }
        events.publishEvent(new RoleGranted(account, grant.role(), organization, grant.from(), to));
    }

    /**
     * Takes a granted role away from now on. That it was held before stays on record.
     *
     * @throws Refusal if nobody would administer the installation then
     */
    @Transactional
    public void withdraw(AccountId account, Grant grant) {
        requireAdministrator();
        holdAdministrators();
        var now = clock.instant();
        var key = "account_id = :account and role = :role and organization_id is not distinct from :organization"
                + " and valid_from = :from and (valid_to is null or valid_to > :now)";
        int changed = grant.from().isBefore(now)
                ? keyed("update identity_role_grant set valid_to = :now where " + key, account, grant, now)
                : keyed("delete from identity_role_grant where " + key, account, grant, now);
        if (changed > 0) {
            requireAnAdministrator();
            events.publishEvent(new RoleWithdrawn(account, grant.role(), grant.organization(), now));
        }
    }

    private int keyed(String sql, AccountId account, Grant grant, Instant now) {
        var organization = grant.organization();
        return database.sql(sql)
                .param("account", account.value())
                .param("role", grant.role().name())
                .param("organization", organization == null ? null : organization.value(), Types.OTHER)
                .param("from", Moments.in(grant.from()))
                .param("now", Moments.in(now))
                .update();
    }

    private void requireAdministrator() {
        access.requireAnywhere(Role.ADMINISTRATOR);
    }

    /** Two administrators who lock each other at the same moment come one after the other. */
    private void holdAdministrators() {
        database.sql("lock table identity_role_grant in share row exclusive mode")
                .update();
    }

    private void requireAnAdministrator() {
        if (!access.isSystem()
                && !database.sql("""
                                select exists (select 1 from identity_role_grant g
                                    join identity_account a on a.id = g.account_id
                                where g.role = 'ADMINISTRATOR' and a.active
                                    and g.valid_from <= :now and g.valid_to is null)
                                """)
                        .param("now", Moments.in(clock.instant()))
                        .query(Boolean.class)
                        .single()) {
            throw new Refusal("identity.accounts.last-administrator");
        }
    }

    private List<AccountSummary> read(String which, String name, Object value) {
        return database
                .sql("""
                        select a.id, a.login, a.name, a.mail, a.person_id, a.active,
                            exists (select 1 from identity_password p where p.account_id = a.id) as password,
                            exists (select 1 from identity_totp t where t.account_id = a.id) as second_factor,
                            exists (select 1 from identity_directory_link d where d.account_id = a.id) as directory,
                            (select count(*) from identity_passkey k where k.account_id = a.id) as passkeys,
                            (select count(*) from identity_session s
                                where s.account_id = a.id and s.expires_at > :real) as sessions,
                            (select max(s.last_seen_at) from identity_session s
                                where s.account_id = a.id and s.expires_at > :real) as last_seen
                        from identity_account a
                        """ + which)
                .param(name, value)
                .param("real", Moments.in(time.now()))
                .query((row, number) -> {
                    var id = new AccountId(row.getObject("id", UUID.class));
                    var person = row.getObject("person_id", UUID.class);
                    return new AccountSummary(
                            id,
                            row.getString("login"),
                            row.getString("name"),
                            row.getString("mail"),
                            person == null ? null : new PersonId(person),
                            row.getBoolean("active"),
                            row.getBoolean("password"),
                            row.getBoolean("second_factor"),
                            row.getInt("passkeys"),
                            row.getBoolean("directory"),
                            row.getInt("sessions"),
                            Moments.outIfAny(row, "last_seen"),
                            List.of());
                })
                .list()
                .stream()
                .map(this::withGrants)
                .toList();
    }

    private AccountSummary withGrants(AccountSummary account) {
        var grants = database.sql("""
                        select role, organization_id, valid_from, valid_to from identity_role_grant
                        where account_id = :account and (valid_to is null or valid_to > :now)
                        order by valid_from, role
                        """)
                .param("account", account.id().value())
                .param("now", Moments.in(clock.instant()))
                .query((row, number) -> {
                    var organization = row.getObject("organization_id", UUID.class);
                    return new Grant(
                            Role.valueOf(row.getString("role")),
                            organization == null ? null : new OrganizationId(organization),
                            Moments.out(row, "valid_from"),
                            Moments.outIfAny(row, "valid_to"));
                })
                .list();
        return new AccountSummary(
                account.id(),
                account.login(),
                account.name(),
                account.mail(),
                account.person(),
                account.active(),
                account.password(),
                account.secondFactor(),
                account.passkeys(),
                account.directory(),
                account.sessions(),
                account.lastSeen(),
                grants);
    }
}
