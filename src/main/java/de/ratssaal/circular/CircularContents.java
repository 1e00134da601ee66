package de.ratssaal.circular;

import de.ratssaal.identity.Access;
import de.ratssaal.identity.Audience;
import de.ratssaal.identity.Role;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MembershipRole;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was resolved in writing as it is made searchable, with who may see it. For the application itself. */
@Service
@Transactional(readOnly = true)
public class CircularContents {

    private final CircularRecords records;
    private final Circulars circulars;
    private final Councils councils;
    private final Access access;

    CircularContents(CircularRecords records, Circulars circulars, Councils councils, Access access) {
        this.records = records;
        this.circulars = circulars;
        this.councils = councils;
        this.access = access;
    }

    /** Nothing before it is counted, or if nothing was resolved. */
    public Optional<SearchableCircular> of(CircularId id) {
        access.requireSystem();
        return records.find(id)
                .flatMap(it -> CircularsInBook.entry(it)
                        .map(entry -> new SearchableCircular(it.organization(), entry, readers(it))));
    }

    /** All that were counted, the latest first. */
    public List<CircularId> all() {
        access.requireSystem();
        return records.decided();
    }

    /**
     * As {@link Circulars} lets somebody see it. Where somebody is recused from what is not public, each of the others is named:
     * what holds for a role would hold for them too.
     */
    private Audience readers(CircularSummary circular) {
        var organization = circular.organization();
        if (circular.isPublic()) {
            return Audience.of(organization, Circulars.SEEING);
        }
        var recused = records.recused(circular.id());
        return recused.isEmpty()
                ? Audience.of(organization, Circulars.DECIDING)
                : councils.members(organization, circulars.today(organization)).stream()
                        .filter(it -> it.role() == MembershipRole.CHAIR
                                || it.role() == MembershipRole.DEPUTY_CHAIR
                                || it.role() == MembershipRole.MEMBER)
                        .filter(it -> !recused.contains(it.person()))
                        .map(it -> Audience.person(it.person(), organization))
                        .reduce(Audience.of(organization, Role.SECRETARIAT), Audience::or);
    }
}
