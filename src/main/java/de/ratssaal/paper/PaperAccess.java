package de.ratssaal.paper;

import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.Role;
import de.ratssaal.organization.Councils;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Who may read and change which paper. */
@Component
class PaperAccess {

    /** Those who may read the non-public papers of their organization. */
    static final Role[] ATTENDING = {
        Role.SECRETARIAT, Role.CHAIR, Role.DEPUTY_CHAIR, Role.MEMBER, Role.SUBSTITUTE, Role.ADVISORY_MEMBER
    };

    /** Those who may read what an organization that meets in private deliberates openly among its own. */
    static final Role[] BELONGING = {
        Role.SECRETARIAT, Role.CHAIR, Role.DEPUTY_CHAIR, Role.MEMBER, Role.SUBSTITUTE, Role.ADVISORY_MEMBER, Role.GUEST
    };

    private final Councils councils;
    private final Access access;
    private final ObjectProvider<PaperReaders> readers;

    PaperAccess(Councils councils, Access access, ObjectProvider<PaperReaders> readers) {
        this.councils = councils;
        this.access = access;
        this.readers = readers;
    }

    /**
     * Whether everybody may know the paper once it is released: it is public, and its organization or one that deliberates
     * it meets in public.
     */
    boolean isOpen(Paper paper) {
        return paper.isPublic() && organizations(paper).anyMatch(this::meetsInPublic);
    }

    boolean meetsInPublic(OrganizationId organization) {
        return councils.rules(organization).publicity().meetingsArePublic();
    }

    /**
     * A draft is for those who prepare it and those who are asked to act on it; a non-public paper for those who deliberate it; one of an organization that meets
     * in private for those who belong to it; any other for all signed in.
     */
    boolean maySee(Paper paper) {
        if (!paper.wasReleased()) {
            return mayReadDraft(paper);
        }
        if (isOpen(paper)) {
            return access.isSystem() || access.signedIn().isPresent();
        }
        return mayReadNonPublic(paper)
                || (paper.isPublic() && organizations(paper).anyMatch(it -> access.has(it, BELONGING)));
    }

    /** Whether whoever acts may read what of the paper is not public. */
    boolean mayReadNonPublic(Paper paper) {
        return mayReadDraft(paper)
                || (paper.wasReleased()
                        && paper.consultations().stream().anyMatch(it -> access.has(it.organization(), ATTENDING)));
    }

    /** Whether whoever acts is in a secretariat that has to do with it. */
    boolean prepares(Paper paper) {
        return organizations(paper).anyMatch(it -> access.has(it, Role.SECRETARIAT));
    }

    /** Whether whoever acts may read what is not released of the paper. */
    boolean mayReadDraft(Paper paper) {
        return prepares(paper) || readers.stream().anyMatch(it -> it.mayRead(paper.id()));
    }

    /** All papers that whoever acts may read because they are asked to act on them. */
    List<PaperId> asked() {
        return readers.stream().flatMap(it -> it.readable().stream()).distinct().toList();
    }

    /** Whether whoever acts may change the content. */
    boolean mayWrite(Paper paper) {
        return mayEdit(paper)
                || (paper.state() != PaperState.WITHDRAWN && readers.stream().anyMatch(it -> it.mayWrite(paper.id())));
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
