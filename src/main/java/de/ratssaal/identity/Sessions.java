package de.ratssaal.identity;

import de.ratssaal.base.ChangeNotices;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * On which devices an account is signed in. A session lives in the database: it survives a restart and another node, and it
 * ends everywhere at once when its row is gone.
 */
@Service
public class Sessions {

    /** Topic of {@link ChangeNotices}: some session ended. */
    public static final String ENDED = "identity/sessions";

    static final Duration LASTING = Duration.ofDays(30);
    static final Duration SHORT = Duration.ofHours(12);

    /** A role that was taken away lives on for so long at most, until its owner's next request. */
    static final Duration ROLES_ARE_READ_AGAIN_AFTER = Duration.ofSeconds(30);

    /** A browser that sent several requests at once may show the token before the last for so long. */
    static final Duration GRACE = Duration.ofMinutes(1);

    private final JdbcClient database;
    private final Access access;
    private final KnownDevices devices;
    private final SecondFactorRule rule;
    private final ChangeNotices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final RealTime time;

    Sessions(
            JdbcClient database,
            Access access,
            KnownDevices devices,
            SecondFactorRule rule,
            ChangeNotices notices,
            ApplicationEventPublisher events,
            Clock clock,
            RealTime time) {
        this.database = database;
        this.access = access;
        this.devices = devices;
        this.rule = rule;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
        this.time = time;
    }

    @Transactional
    OpenedSession open(AccountId account, SignInMethod method, boolean secondFactor, boolean lasting, Origin origin) {
        var now = time.now();
        var id = SessionId.next();
        var token = Secrets.token();
        var authentication = authentication(account, id, secondFactor, now).orElseThrow();
        var keep = lasting
                && roles(authentication.getPrincipal().signedIn()).stream().noneMatch(Role::isPrivileged);
        var expires = now.plus(keep ? LASTING : SHORT);
        database.sql("""
                        insert into identity_session (id, account_id, method, second_factor, token_hash,
                            token_changed_at, lasting, address, device, created_at, last_seen_at, expires_at)
                        values (:id, :account, :method, :secondFactor, :token, :now, :lasting, :address, :device, :now,
                            :now, :expires)
                        """)
                .param("id", id.value())
                .param("account", account.value())
                .param("method", method.name())
                .param("secondFactor", secondFactor)
                .param("token", Secrets.hash(token))
                .param("now", Moments.in(now))
                .param("lasting", keep)
                .param("address", origin.address())
                .param("device", origin.device())
                .param("expires", Moments.in(expires))
                .update();
        var device = origin.knownDevice().isEmpty() ? Secrets.token() : origin.knownDevice();
        devices.remember(device, account);
        events.publishEvent(new AccountSignedIn(account, method, secondFactor, now));
        return new OpenedSession(authentication, token, device, keep, Duration.between(now, expires));
    }

    /**
     * Goes on with a session of which the server no longer knows, after a restart or on another node. The token changes
     * each time; whoever shows one that was exchanged long ago has copied it, and the session ends for both.
     */
    @Transactional
    public Optional<OpenedSession> resume(String token, Origin origin) {
        var now = time.now();
        var hash = Secrets.hash(token);
        var found = database.sql("""
                        select id, account_id, second_factor, token_hash = :hash as newest, token_changed_at, lasting, expires_at
                        from identity_session
                        where (token_hash = :hash or earlier_token_hash = :hash) and expires_at > :now
                        for update
                        """)
                .param("hash", hash)
                .param("now", Moments.in(now))
                .query((row, number) -> new Kept(
                        new SessionId(row.getObject("id", UUID.class)),
                        new AccountId(row.getObject("account_id", UUID.class)),
                        row.getBoolean("second_factor"),
                        row.getBoolean("newest"),
                        Moments.out(row, "token_changed_at"),
                        row.getBoolean("lasting"),
                        Moments.out(row, "expires_at")))
                .optional();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var kept = found.get();
        if (!kept.newest() && kept.changedAt().plus(GRACE).isBefore(now)) {
            remove(List.of(kept.id()));
            events.publishEvent(new SessionTokenReused(kept.account(), kept.id()));
            return Optional.empty();
        }
        return authentication(kept.account(), kept.id(), kept.secondFactor(), now)
                .map(it -> new OpenedSession(
                        it,
                        kept.newest() ? exchange(kept.id(), origin, now) : null,
                        null,
                        kept.lasting(),
                        Duration.between(now, kept.expiresAt())));
    }

    private String exchange(SessionId id, Origin origin, Instant now) {
        var token = Secrets.token();
        database.sql("""
                        update identity_session set earlier_token_hash = token_hash, token_hash = :token,
                            token_changed_at = :now, last_seen_at = :now, address = :address
                        where id = :id
                        """)
                .param("token", Secrets.hash(token))
                .param("now", Moments.in(now))
                .param("address", origin.address())
                .param("id", id.value())
                .update();
        return token;
    }

    /** Whether the roles were read so long ago that they are to be read again. */
    public boolean isDueForRefresh(AccountAuthentication authentication) {
        return authentication.readAt().plus(ROLES_ARE_READ_AGAIN_AFTER).isBefore(time.now());
    }

    /** The same session with the roles of this moment; nothing if it ended or its account may no longer sign in. */
    @Transactional
    public Optional<AccountAuthentication> refresh(AccountAuthentication authentication) {
        var now = time.now();
        return database.sql("""
                        update identity_session set last_seen_at = :now where id = :id and expires_at > :now
                        returning second_factor
                        """)
                .param("now", Moments.in(now))
                .param("id", authentication.session().value())
                .query(Boolean.class)
                .optional()
                .flatMap(secondFactor -> authentication(
                        authentication.getPrincipal().signedIn().account(),
                        authentication.session(),
                        secondFactor,
                        now));
    }

    /** Which of these sessions are over. */
    @Transactional(readOnly = true)
    public Set<SessionId> ended(Collection<SessionId> open) {
        var over = new HashSet<>(open);
        database.sql("select id from identity_session where id = any(:ids) and expires_at > :now")
                .param("ids", open.stream().map(SessionId::value).toArray(UUID[]::new))
                .param("now", Moments.in(time.now()))
                .query(UUID.class)
                .list()
                .forEach(id -> over.remove(new SessionId(id)));
        return over;
    }

    /** Ends the session of whoever acts. */
    @Transactional
    public void signOut(SessionId session) {
        database.sql("delete from identity_session where id = ? returning account_id")
                .param(session.value())
                .query(UUID.class)
                .optional()
                .ifPresent(account -> {
                    events.publishEvent(new AccountSignedOut(new AccountId(account)));
                    notices.changed(ENDED);
                });
    }

    /** The devices on which whoever acts is signed in, the latest first. */
    @Transactional(readOnly = true)
    public List<SessionSummary> mine() {
        return of(access.require().account());
    }

    /** Ends one of the own sessions. */
    @Transactional
    public void end(SessionId session) {
        var account = access.require().account();
        if (database.sql("delete from identity_session where id = ? and account_id = ?")
                        .params(session.value(), account.value())
                        .update()
                > 0) {
            events.publishEvent(new SessionsEnded(account, 1));
            notices.changed(ENDED);
        }
    }

    /** Ends all own sessions but the one that asks. */
    @Transactional
    public void endOthers() {
        var account = access.require().account();
        var here = current();
        int count = database.sql(
                        "delete from identity_session where account_id = :account and id is distinct from :here")
                .param("account", account.value())
                .param("here", here == null ? null : here.value())
                .update();
        events.publishEvent(new SessionsEnded(account, count));
        notices.changed(ENDED);
    }

    /** Ends every session of an account; asked of by the module itself after it checked who may. */
    @Transactional
    void endAll(AccountId account) {
        int count = database.sql("delete from identity_session where account_id = ?")
                .param(account.value())
                .update();
        if (count > 0) {
            events.publishEvent(new SessionsEnded(account, count));
            notices.changed(ENDED);
        }
    }

    List<SessionSummary> of(AccountId account) {
        var here = current();
        return database.sql("""
                        select id, method, second_factor, address, device, created_at, last_seen_at, expires_at
                        from identity_session where account_id = :account and expires_at > :now
                        order by last_seen_at desc
                        """)
                .param("account", account.value())
                .param("now", Moments.in(time.now()))
                .query((row, number) -> {
                    var id = new SessionId(row.getObject("id", UUID.class));
                    return new SessionSummary(
                            id,
                            SignInMethod.valueOf(row.getString("method")),
                            row.getBoolean("second_factor"),
                            row.getString("address"),
                            row.getString("device"),
                            Moments.out(row, "created_at"),
                            Moments.out(row, "last_seen_at"),
                            Moments.out(row, "expires_at"),
                            id.equals(here));
                })
                .list();
    }

    private static @Nullable SessionId current() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof AccountAuthentication account
                ? account.session()
                : null;
    }

    private void remove(List<SessionId> sessions) {
        database.sql("delete from identity_session where id = any(:ids)")
                .param("ids", sessions.stream().map(SessionId::value).toArray(UUID[]::new))
                .update();
        notices.changed(ENDED);
    }

    /**
     * As somebody without a session.
     *
     * @param secondFactor whether roles count that need a second factor
     */
    @Transactional(readOnly = true)
    Optional<AccountAuthentication> without(AccountId account, boolean secondFactor) {
        return authentication(account, SessionId.next(), secondFactor, time.now());
    }

    private Optional<AccountAuthentication> authentication(
            AccountId account, SessionId session, boolean secondFactor, Instant now) {
        return database.sql("select person_id, name from identity_account where id = ? and active")
                .param(account.value())
                .query((row, number) -> {
                    var person = row.getObject("person_id", UUID.class);
                    return new SignedIn(account, person == null ? null : new PersonId(person), row.getString("name"));
                })
                .optional()
                .map(who -> new AccountAuthentication(who, session, roles(who), rule.isMetBy(secondFactor), now));
    }

    /** Roles are held for a time of the meetings' calendar, which in the demo runs ahead. */
    private Set<Role> roles(SignedIn who) {
        return access.rolesAnywhere(who, clock.instant());
    }

    @Scheduled(fixedDelayString = "PT1H")
    void removeExpired() {
        database.sql("delete from identity_session where expires_at < ?")
                .param(Moments.in(time.now()))
                .update();
    }

    private record Kept(
            SessionId id,
            AccountId account,
            boolean secondFactor,
            boolean newest,
            Instant changedAt,
            boolean lasting,
            Instant expiresAt) {}
}
