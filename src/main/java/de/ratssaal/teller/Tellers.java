package de.ratssaal.teller;

import de.ratssaal.identity.Access;
import de.ratssaal.identity.AccountDirectory;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.organization.Councils;
import java.util.List;
import java.util.Set;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who the tellers of an organization are and how far their key is, for its pages. */
@Service
@Transactional(readOnly = true)
public class Tellers {

    static final Role[] CONDUCTING = {Role.CHAIR, Role.DEPUTY_CHAIR, Role.SECRETARIAT};

    private final TellerStore store;
    private final TellerKeys keys;
    private final Councils councils;
    private final AccountDirectory accounts;
    private final Access access;

    Tellers(TellerStore store, TellerKeys keys, Councils councils, AccountDirectory accounts, Access access) {
        this.store = store;
        this.keys = keys;
        this.councils = councils;
        this.accounts = accounts;
        this.access = access;
    }

    /** Topic of the notices that something about an organization's tellers changed. */
    public static String changesOf(OrganizationId organization) {
        return "tellers/" + organization;
    }

    /** Topic of the notices that something changed in what a teller takes part in, or is asked for. */
    public static String changesOf(PersonId teller) {
        return "teller/" + teller;
    }

    /** Whether whoever is signed in names tellers here and has them make their key. */
    public boolean mayConduct(OrganizationId organization) {
        return access.has(organization, CONDUCTING);
    }

    /** Whether whoever is signed in may see who the tellers are, and how far they are. */
    public boolean maySee(OrganizationId organization) {
        return mayConduct(organization)
                || access.has(organization, Role.MEMBER, Role.ADVISORY_MEMBER, Role.SUBSTITUTE, Role.AUDITOR)
                || access.signedIn()
                        .map(it -> it.person())
                        .filter(person -> store.current(organization)
                                .filter(it -> it.has(person))
                                .isPresent())
                        .isPresent();
    }

    /** @throws AccessDeniedException if whoever asks has nothing to do with it */
    public TellerPage page(OrganizationId id) {
        if (!maySee(id)) {
            access.require(id, CONDUCTING);
        }
        var organization = councils.organization(id);
        var set = store.current(id).orElse(null);
        if (set == null) {
            return new TellerPage(organization, null, List.of(), Set.of(), Readiness.NOT_NAMED, mayConduct(id));
        }
        var persons = set.seats().stream().map(TellerSeat::person).toList();
        return new TellerPage(
                organization,
                set,
                store.ofSet(set.id()),
                access.asSystem("tellers", () -> accounts.whoCanSignIn(persons)),
                keys.readiness(id),
                mayConduct(id));
    }
}
