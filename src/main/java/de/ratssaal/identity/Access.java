package de.ratssaal.identity;

import de.ratssaal.base.PerTransaction;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Who is acting and what they may do, asked at the moment of the act, once in a transaction. Every use case asks; nothing is
 * allowed by default.
 *
 * <p>Roles are those granted to the account (administrator, secretariat, auditor) and those that follow from the person's
 * memberships.
 */
@Component
public class Access {

    private static final String SYSTEM = "SYSTEM";

    /**
     * The application's own job that runs on this thread. In a Vaadin view the security context cannot be exchanged for a
     * while: there the session's counts before the thread's.
     */
    private static final ScopedValue<String> JOB = ScopedValue.newInstance();

    private final JdbcClient database;
    private final ObjectProvider<RoleSource> memberships;
    private final Clock clock;

    /** A list of meetings asks once for each of them. */
    private final PerTransaction<Map<SignedIn, Map<OrganizationId, Set<Role>>>> rolesOfTransaction =
            new PerTransaction<>(HashMap::new);

    Access(JdbcClient database, ObjectProvider<RoleSource> memberships, Clock clock) {
        this.database = database;
        this.memberships = memberships;
        this.clock = clock;
    }

    /** Who is signed in, if anybody is. */
    public Optional<SignedIn> signedIn() {
        if (JOB.isBound()) {
            return Optional.empty();
        }
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof AccountPrincipal principal
                ? Optional.of(principal.signedIn())
                : Optional.empty();
    }

    /** Whether roles that need a second factor count for whoever acts. */
    public boolean isStrong() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof AccountAuthentication session
                && session.isStrong();
    }

    /** @throws AccessDeniedException if nobody is signed in */
    public SignedIn require() {
        return signedIn().orElseThrow(() -> new AccessDeniedException("nobody is signed in"));
    }

    /** @throws AccessDeniedException if nobody is signed in or the account belongs to no person */
    public PersonId requirePerson() {
        var person = require().person();
        if (person == null) {
            throw new AccessDeniedException("the account belongs to no person");
        }
        return person;
    }

    /** Whether whoever acts has one of the roles in the organization now. The application's own jobs have them all. */
    public boolean has(OrganizationId organization, Role... any) {
        return isSystem()
                || signedIn().stream()
                        .map(this::rolesNow)
                        .anyMatch(roles -> holdsOne(roles.getOrDefault(organization, Set.of()), any)
                                || holdsOne(roles.getOrDefault(EVERYWHERE, Set.of()), any));
    }

    /** @throws AccessDeniedException if whoever acts has none of the roles in the organization now */
    public void require(OrganizationId organization, Role... any) {
        if (!has(organization, any)) {
            throw new AccessDeniedException(
                    "needs one of %s in organization %s".formatted(Arrays.toString(any), organization));
        }
    }

    /** Whether whoever acts has one of the roles in any organization now. */
    public boolean hasAnywhere(Role... any) {
        return isSystem()
                || signedIn().stream()
                        .flatMap(who -> rolesNow(who).values().stream())
                        .anyMatch(held -> holdsOne(held, any));
    }

    /** @throws AccessDeniedException if whoever acts has none of the roles in any organization now */
    public void requireAnywhere(Role... any) {
        if (!hasAnywhere(any)) {
            throw new AccessDeniedException("needs one of %s".formatted(Arrays.toString(any)));
        }
    }

    /** What whoever is signed in holds now, in the words of {@link Audience}. Nothing if nobody is. */
    public Set<String> held() {
        var tokens = new HashSet<String>();
        signedIn().ifPresent(who -> {
            tokens.addAll(Audience.SIGNED_IN.tokens());
            rolesNow(who)
                    .forEach((organization, roles) -> roles.forEach(role -> tokens.add(Audience.token(
                            role, organization.equals(EVERYWHERE) ? Audience.EVERYWHERE : organization.toString()))));
        });
        return tokens;
    }

    /** Whether one of the application's own jobs acts: a listener, the nightly run, the import of demo data. */
    public boolean isSystem() {
        if (JOB.isBound()) {
            return true;
        }
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null
                && authentication.isAuthenticated()
                && authentication.getAuthorities().stream().anyMatch(it -> SYSTEM.equals(it.getAuthority()));
    }

    /** @throws AccessDeniedException if somebody acts who is not the application itself */
    public void requireSystem() {
        if (!isSystem()) {
            throw new AccessDeniedException("only the application itself may do this");
        }
    }

    /**
     * Does something as the application itself, not as somebody.
     *
     * @param job name in the audit log
     */
    public <T> T asSystem(String job, Supplier<T> work) {
        var before = SecurityContextHolder.getContext();
        try {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                    "system/" + job, "", AuthorityUtils.createAuthorityList(SYSTEM)));
            SecurityContextHolder.setContext(context);
            return ScopedValue.where(JOB, job).call(work::get);
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** Who acts, as the audit log names them: {@code account/…}, {@code system/<job>} or {@code public}. */
    public String actor() {
        if (JOB.isBound()) {
            return "system/" + JOB.get();
        }
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && isSystem()
                ? authentication.getName()
                : signedIn().map(who -> "account/" + who.account()).orElse("public");
    }

    /** As {@link #asSystem(String, Supplier)}, without a result. */
    public void asSystem(String job, Runnable work) {
        asSystem(job, () -> {
            work.run();
            return true;
        });
    }

    /** Stands for a role that is granted in every organization. */
    private static final OrganizationId EVERYWHERE = new OrganizationId(new UUID(0, 0));

    /** Of a session without second factor those roles do not count that need one, whenever they were granted. */
    private Map<OrganizationId, Set<Role>> rolesNow(SignedIn who) {
        var known = rolesOfTransaction.get();
        var held = known.get(who);
        if (held == null) {
            held = rolesOf(who, clock.instant());
            known.put(who, held);
        }
        var roles = new HashMap<>(held);
        if (SecurityContextHolder.getContext().getAuthentication() instanceof AccountAuthentication session
                && !session.isStrong()) {
            roles.replaceAll((organization, all) -> SecondFactorRule.withoutPrivileged(all));
        }
        return roles;
    }

    Map<OrganizationId, Set<Role>> rolesOf(SignedIn who, Instant at) {
        var roles = new HashMap<OrganizationId, Set<Role>>();
        granted(who.account(), at)
                .forEach(grant -> roles.computeIfAbsent(grant.organization(), it -> EnumSet.noneOf(Role.class))
                        .add(grant.role()));
        var person = who.person();
        if (person != null) {
            memberships.forEach(source -> source.rolesOf(person, at)
                    .forEach((organization, held) -> roles.computeIfAbsent(
                                    organization, it -> EnumSet.noneOf(Role.class))
                            .addAll(held)));
        }
        return roles;
    }

    /** Every role that somebody holds anywhere at this moment. */
    Set<Role> rolesAnywhere(SignedIn who, Instant at) {
        var anywhere = EnumSet.noneOf(Role.class);
        rolesOf(who, at).values().forEach(anywhere::addAll);
        return anywhere;
    }

    private List<Held> granted(AccountId account, Instant at) {
        return database.sql("""
                        select role, organization_id from identity_role_grant
                        where account_id = :account and valid_from <= :at and (valid_to is null or valid_to > :at)
                        """)
                .param("account", account.value())
                .param("at", java.sql.Timestamp.from(at))
                .query((row, number) -> {
                    var organization = row.getObject("organization_id", UUID.class);
                    return new Held(
                            Role.valueOf(row.getString("role")),
                            organization == null ? EVERYWHERE : new OrganizationId(organization));
                })
                .list();
    }

    private static boolean holdsOne(Set<Role> held, Role... any) {
        return Arrays.stream(any).anyMatch(held::contains);
    }

    private record Held(Role role, OrganizationId organization) {}
}
