package de.ratssaal.identity;

import java.io.Serializable;
import java.security.Principal;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * A completed sign-in, as Spring Security and the views' annotations see it. Whether a role counts for the object at hand
 * is asked of {@link Access}.
 */
public final class AccountAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final SignedInAccount principal;
    private final SessionId session;
    private final boolean strong;
    private final Instant readAt;

    /** @param strong whether roles that need a second factor count */
    AccountAuthentication(SignedIn signedIn, SessionId session, Set<Role> roles, boolean strong, Instant readAt) {
        super(authorities(strong ? roles : SecondFactorRule.withoutPrivileged(roles)));
        this.principal = new SignedInAccount(signedIn);
        this.session = session;
        this.strong = strong;
        this.readAt = readAt;
        setAuthenticated(true);
    }

    private static Collection<GrantedAuthority> authorities(Set<Role> roles) {
        return roles.stream()
                .map(role -> (GrantedAuthority) new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }

    @Override
    public AccountPrincipal getPrincipal() {
        return principal;
    }

    /** There is nothing to show: secrets are forgotten as soon as they were checked. */
    @Override
    public String getCredentials() {
        return "";
    }

    public SessionId session() {
        return session;
    }

    /** Whether roles that need a second factor count in this session. */
    boolean isStrong() {
        return strong;
    }

    /** When the roles were read from the database. */
    public Instant readAt() {
        return readAt;
    }

    private record SignedInAccount(SignedIn signedIn) implements AccountPrincipal, Principal, Serializable {

        @Override
        public String getName() {
            return signedIn.account().toString();
        }
    }
}
