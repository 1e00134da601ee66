package de.ratssaal.paper;

import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.Role;
import java.util.stream.Stream;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Who may read and change which paper. */
@Component
class PaperAccess {

    /** Those who may read the non-public papers of their organization. */
    static final Role[] ATTENDING = {
        Role.SECRETARIAT, Role.CHAIR, Role.DEPUTY_CHAIR, Role.MEMBER, Role.SUBSTITUTE, Role.ADVISORY_MEMBER
    };

    private final Access access;

    PaperAccess(Access access) {
        this.access = access;
    }

    /** A draft is for those who prepare it; a non-public paper for those who deliberate it; any other for all signed in. */
    boolean maySee(Paper paper) {
        if (!paper.wasReleased()) {
            return prepares(paper);
        }
        return paper.isPublic() ? access.isSystem() || access.signedIn().isPresent() : mayReadNonPublic(paper);
    }

    /** Whether whoever acts may read what of the paper is not public. */
    boolean mayReadNonPublic(Paper paper) {
        return prepares(paper)
                || (paper.wasReleased()
                        && paper.consultations().stream().anyMatch(it -> access.has(it.organization(), ATTENDING)));
    }

    /** Whether whoever acts is in a secretariat that has to do with it. */
    boolean prepares(Paper paper) {
        return organizations(paper).anyMatch(it -> access.has(it, Role.SECRETARIAT));
    }

    boolean mayEdit(Paper paper) {
        return paper.state() != PaperState.WITHDRAWN && access.has(paper.organization(), Role.SECRETARIAT);
    }

    /** @throws AccessDeniedException if whoever acts does not prepare papers for the organization */
    void requireSecretariat(OrganizationId organization) {
        access.require(organization, Role.SECRETARIAT);
    }

    private static Stream<OrganizationId> organizations(Paper paper) {
        return Stream.concat(
                        Stream.of(paper.organization()),
                        paper.consultations().stream().map(Consultation::organization))
                .distinct();
    }

    /** Name of whoever acts, as it is noted beside what they wrote. */
    String name() {
        return access.signedIn().map(it -> it.name()).orElse("system");
    }
}
