package de.ratssaal.document;

import de.ratssaal.identity.Access;
import de.ratssaal.identity.AccountId;
import de.ratssaal.identity.AccountPrincipal;
import de.ratssaal.identity.SignedIn;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Owners of files as another module would have them: a clerk changes, members read, the public may when published. */
@Component
public class TestOwners implements FileAccess {

    private final Access access;
    private final Map<UUID, Owner> owners = new ConcurrentHashMap<>();

    TestOwners(Access access) {
        this.access = access;
    }

    public static final class Owner {

        public final UUID id = UUID.randomUUID();
        public final SignedIn clerk = new SignedIn(AccountId.next(), null, "Karla Wendt");
        public final SignedIn member = new SignedIn(AccountId.next(), null, "Jonas Reuter");
        public final SignedIn guest = new SignedIn(AccountId.next(), null, "Mira Falk");
        public volatile boolean published;

        public FileOwner asOwner() {
            return new FileOwner("test", id);
        }
    }

    public Owner owner() {
        var owner = new Owner();
        owners.put(owner.id, owner);
        return owner;
    }

    @Override
    public String ownerKind() {
        return "test";
    }

    @Override
    public boolean mayRead(UUID id, boolean isPublic) {
        var owner = owners.get(id);
        return owner != null
                && (acts(owner.clerk) || acts(owner.member) || isPublic && (owner.published || acts(owner.guest)));
    }

    @Override
    public boolean mayChange(UUID id) {
        var owner = owners.get(id);
        return owner != null && (acts(owner.clerk) || access.isSystem());
    }

    @Override
    public boolean isPublished(UUID id) {
        var owner = owners.get(id);
        return owner != null && owner.published;
    }

    private boolean acts(SignedIn who) {
        return access.signedIn().filter(who::equals).isPresent();
    }

    /** From now on this person acts in this thread. */
    public static void signIn(SignedIn who) {
        AccountPrincipal principal = () -> who;
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                principal, "", AuthorityUtils.createAuthorityList("ROLE_USER")));
        SecurityContextHolder.setContext(context);
    }

    public static void signOut() {
        SecurityContextHolder.clearContext();
    }
}
