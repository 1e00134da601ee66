package de.ratssaal.amendment;

import de.ratssaal.identity.Access;
import de.ratssaal.identity.AccountId;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.OrganizationSummary;
import de.ratssaal.paper.ConsultationSummary;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperPage;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.paper.PaperState;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Who may read, write and move which amendment. An amendment is never more public than its paper. */
@Component
class AmendmentAccess {

    private static final Role[] MOVING = {Role.CHAIR, Role.DEPUTY_CHAIR, Role.MEMBER, Role.SUBSTITUTE};
    private static final Role[] OF_GROUP = {Role.CHAIR, Role.DEPUTY_CHAIR, Role.MEMBER};
    private static final Role[] SPEAKING_FOR = {Role.CHAIR, Role.DEPUTY_CHAIR, Role.SECRETARIAT};

    private final PaperShelf shelf;
    private final Councils councils;
    private final Access access;
    private final Clock clock;

    AmendmentAccess(PaperShelf shelf, Councils councils, Access access, Clock clock) {
        this.shelf = shelf;
        this.councils = councils;
        this.access = access;
        this.clock = clock;
    }

    /** A draft is for its mover; anything else for whoever may see the paper. */
    boolean maySee(Amendment amendment) {
        return shelf.find(amendment.paper())
                .filter(it -> amendment.state() != AmendmentState.DRAFT || isMover(amendment, it))
                .isPresent();
    }

    Optional<PaperPage> page(PaperId paper) {
        return shelf.find(paper);
    }

    boolean isMover(Amendment amendment, PaperPage page) {
        var mover = amendment.mover();
        var group = mover.organization();
        return switch (mover.kind()) {
                    case GROUP -> group != null && access.has(group, OF_GROUP);
                    case ORGANIZATION -> group != null && access.has(group, SPEAKING_FOR);
                    case MEMBERS -> me().filter(mover.persons()::contains).isPresent();
                }
                || entersForOthers(page)
                        && access.signedIn().map(SignedIn::account).equals(Optional.ofNullable(amendment.author()));
    }

    /** @throws AccessDeniedException if whoever acts is not the mover */
    void requireMover(Amendment amendment) {
        if (shelf.find(amendment.paper()).filter(it -> isMover(amendment, it)).isEmpty()) {
            throw new AccessDeniedException("not the mover of amendment " + amendment.id());
        }
    }

    /** Whether the paper can be amended now, whoever asks. */
    static boolean isOpen(PaperPage page) {
        return page.paper().state() == PaperState.RELEASED && !page.proposal().isEmpty();
    }

    /** For whom whoever asks may move an amendment to the paper; nobody if they may not. */
    List<Mover> movers(PaperPage page) {
        var movers = new ArrayList<Mover>();
        if (!isOpen(page)) {
            return movers;
        }
        var deliberating = deliberating(page);
        var moves = deliberating.stream().anyMatch(it -> access.has(it, MOVING)) && me().isPresent();
        if (moves) {
            var person = me().orElseThrow();
            councils.organizationsOf(person, today(page)).stream()
                    .filter(it -> it.classification() == Classification.POLITICAL_GROUP)
                    .filter(it -> access.has(it.id(), OF_GROUP))
                    .forEach(it -> movers.add(Mover.group(it.id(), it.name())));
            movers.add(Mover.member(person, councils.nameOf(person)));
        }
        for (var organization : deliberating) {
            if (access.has(organization, SPEAKING_FOR)) {
                movers.add(Mover.organization(
                        organization, councils.organization(organization).name()));
            }
        }
        if (entersForOthers(page)) {
            addOthers(movers, page, deliberating);
        }
        return movers.stream().distinct().toList();
    }

    /** What is handed in on paper, or in the meeting, is entered by the secretariat. */
    private void addOthers(List<Mover> movers, PaperPage page, Set<OrganizationId> deliberating) {
        councils.organizations(page.paper().body()).stream()
                .filter(it -> it.classification() == Classification.POLITICAL_GROUP)
                .map(OrganizationSummary::id)
                .forEach(it ->
                        movers.add(Mover.group(it, councils.organization(it).name())));
        deliberating.stream()
                .flatMap(it -> councils.members(it, today(page)).stream())
                .filter(it -> it.role().canVote())
                .forEach(it -> movers.add(Mover.member(it.person(), it.name())));
    }

    /** @throws AccessDeniedException if whoever acts may not move an amendment to the paper for them */
    void requireMayMoveFor(PaperPage page, Mover mover) {
        if (movers(page).stream().noneMatch(it -> it.equals(mover))) {
            throw new AccessDeniedException("may not move an amendment to %s for %s"
                    .formatted(page.paper().id(), mover.name()));
        }
    }

    /** @throws AccessDeniedException if whoever acts does not speak for the paper's mover */
    void requireSecretariat(PaperPage page) {
        access.require(page.paper().organization(), Role.SECRETARIAT);
    }

    boolean entersForOthers(PaperPage page) {
        return access.has(page.paper().organization(), Role.SECRETARIAT);
    }

    /** @throws AccessDeniedException if whoever acts conducts no meeting that deliberates the paper */
    void requireConduct(PaperPage page) {
        if (!mayConduct(page)) {
            throw new AccessDeniedException(
                    "conducts no meeting on paper " + page.paper().id());
        }
    }

    boolean mayConduct(PaperPage page) {
        return deliberating(page).stream().anyMatch(it -> access.has(it, SPEAKING_FOR));
    }

    boolean mayConduct(OrganizationId organization) {
        return access.has(organization, SPEAKING_FOR);
    }

    /** @throws AccessDeniedException if whoever acts does not conduct the organization's meetings */
    void requireConduct(OrganizationId organization) {
        access.require(organization, SPEAKING_FOR);
    }

    private static Set<OrganizationId> deliberating(PaperPage page) {
        var organizations = new LinkedHashSet<>(List.of(page.paper().organization()));
        page.consultations().stream().map(ConsultationSummary::organization).forEach(organizations::add);
        return organizations;
    }

    private LocalDate today(PaperPage page) {
        return LocalDate.ofInstant(
                clock.instant(), councils.body(page.paper().body()).zone());
    }

    private Optional<PersonId> me() {
        return access.signedIn().map(SignedIn::person);
    }

    @Nullable
    AccountId account() {
        return access.signedIn().map(SignedIn::account).orElse(null);
    }

    /** Name of whoever acts, as it is noted beside what they did. */
    String name() {
        return access.signedIn().map(SignedIn::name).orElse("system");
    }
}
