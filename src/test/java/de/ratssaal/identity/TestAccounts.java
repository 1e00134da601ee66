package de.ratssaal.identity;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/** Accounts for tests, with a password where a test signs in. */
@TestComponent
public class TestAccounts {

    private final Accounts accounts;
    private final Access access;
    private final PasswordHashing hashing;
    private final Sessions sessions;
    private final JdbcClient database;

    TestAccounts(Accounts accounts, Access access, PasswordHashing hashing, Sessions sessions, JdbcClient database) {
        this.accounts = accounts;
        this.access = access;
        this.hashing = hashing;
        this.sessions = sessions;
        this.database = database;
    }

    /** An account of a person without any granted role; its login. */
    public String member(String password) {
        return withRoles(password);
    }

    /** An account with roles everywhere; its login. */
    public String withRoles(String password, Role... roles) {
        var login = "t" + UUID.randomUUID();
        var account = access.asSystem(
                "test",
                () -> accounts.create(new NewAccount(
                        login,
                        "Erika Muster",
                        login + "@lindenau.example",
                        PersonId.next(),
                        Arrays.stream(roles)
                                .map(it -> Grant.everywhere(it, Instant.EPOCH))
                                .toList())));
        database.sql("insert into identity_password (account_id, hash, changed_at) values (?, ?, now())")
                .params(account.value(), hashing.hash(password))
                .update();
        return login;
    }

    /** Logins of accounts of these persons, all with the same password, hashed once. */
    public List<String> of(List<PersonId> persons, String password) {
        var hash = hashing.hash(password);
        return access.asSystem(
                "test",
                () -> persons.stream()
                        .map(person -> {
                            var login = "t" + UUID.randomUUID();
                            var account = accounts.create(
                                    new NewAccount(login, "Kim Test", login + "@lindenau.example", person, List.of()));
                            database.sql(
                                            "insert into identity_password (account_id, hash, changed_at) values (?, ?, now())")
                                    .params(account.value(), hash)
                                    .update();
                            return login;
                        })
                        .toList());
    }

    /** An account of a person that holds a role. */
    public void holding(PersonId person, Grant grant) {
        var login = "t" + UUID.randomUUID();
        access.asSystem(
                "test",
                () -> accounts.create(
                        new NewAccount(login, "Kim Test", login + "@lindenau.example", person, List.of(grant))));
    }

    /** What a completed sign-in leaves in each one's browser: the cookie {@code ratssaal-session}. */
    public List<String> sessionsOf(List<String> logins) {
        return logins.stream()
                .map(it -> sessions.open(
                                idOf(it), SignInMethod.PASSWORD, false, false, new Origin("127.0.0.1", "test", ""))
                        .token())
                .toList();
    }

    /** Grants a role everywhere, from the beginning of time. */
    public void grant(String login, Role role) {
        access.asSystem("test", () -> accounts.grant(idOf(login), Grant.everywhere(role, Instant.EPOCH)));
    }

    /** Does something as the owner of the account, signed in with the second factor. */
    public <T> T as(String login, java.util.concurrent.Callable<T> act) {
        return as(login, true, act);
    }

    public void as(String login, Runnable act) {
        as(login, true, () -> {
            act.run();
            return true;
        });
    }

    /** @param secondFactor whether it was shown at the sign-in */
    public <T> T as(String login, boolean secondFactor, java.util.concurrent.Callable<T> act) {
        var before = SecurityContextHolder.getContext();
        try {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(sessions.open(
                            idOf(login),
                            SignInMethod.PASSWORD,
                            secondFactor,
                            false,
                            new Origin("127.0.0.1", "test", ""))
                    .authentication());
            SecurityContextHolder.setContext(context);
            return act.call();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /**
     * Roles that count in a session.
     *
     * @param token what the browser keeps
     */
    public java.util.List<String> rolesIn(String token) {
        return sessions
                .resume(token, new Origin("127.0.0.1", "test", ""))
                .orElseThrow()
                .authentication()
                .getAuthorities()
                .stream()
                .map(it -> it.getAuthority())
                .toList();
    }

    /** Takes the account out of use. */
    public void close(String login) {
        database.sql("update identity_account set active = false where login = ?")
                .param(login)
                .update();
    }

    /** As if somebody had signed out in another window of the same browser. */
    public void endSessions(String token) {
        sessions.signOut(new SessionId(database.sql("select id from identity_session where token_hash = ?")
                .param(Secrets.hash(token))
                .query(UUID.class)
                .single()));
    }

    public AccountId idOf(String login) {
        return new AccountId(database.sql("select id from identity_account where login = ?")
                .param(login)
                .query(UUID.class)
                .single());
    }

    /** What a completed sign-in leaves behind, for tests that do not sign in. */
    public AccountAuthentication signedIn(AccountId account) {
        return new AccountAuthentication(
                new SignedIn(account, null, "Erika Muster"), SessionId.next(), java.util.Set.of(), true, Instant.EPOCH);
    }
}
