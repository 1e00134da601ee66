package de.ratssaal.support;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.paper.AgendaGuard;
import de.ratssaal.paper.ConsultationSummary;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperPage;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.paper.PaperState;
import de.ratssaal.rules.SupportNeeded;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Members stand behind a motion that one of them brings in as a paper; without as many as the rules ask for it is put on no agenda.
 * A paper that stood on an agenda of the organization before needs no new ones.
 */
@Service
@Transactional
public class PaperBacking implements AgendaGuard {

    private final PaperBackers backers;
    private final PaperShelf papers;
    private final Councils councils;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    PaperBacking(
            PaperBackers backers,
            PaperShelf papers,
            Councils councils,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.backers = backers;
        this.papers = papers;
        this.councils = councils;
        this.events = events;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /** Who stands behind a paper; nothing if it needs nobody, or its way is not planned yet. */
    @Transactional(readOnly = true)
    public Optional<BackedPaper> of(PaperPage page) {
        return standing(page).flatMap(it -> standing(whole(page.paper().id())));
    }

    /** An agenda that is not sent out yet is not for members to see; the paper stands on it all the same. */
    private PaperPage whole(PaperId id) {
        return access.asSystem("support", () -> papers.paper(id));
    }

    private Optional<BackedPaper> standing(PaperPage page) {
        return waitsFor(page)
                .filter(it -> page.paper().state() != PaperState.WITHDRAWN && page.isHandedIn())
                .filter(it -> backers.isToBeBacked(page, rule(it)))
                .map(it -> backed(page, it));
    }

    private BackedPaper backed(PaperPage page, OrganizationId organization) {
        var voters = backers.voters(organization);
        var rule = rule(organization);
        return new BackedPaper(
                organization,
                voters,
                Optional.ofNullable(page.author().person()).map(Set::of).orElse(Set.of()),
                backers.count(page, organization, rule),
                rule.source(),
                isOpen(page, organization),
                access.signedIn()
                        .map(SignedIn::person)
                        .filter(me -> voters.stream().anyMatch(it -> it.person().equals(me)))
                        .orElse(null),
                access.has(organization, Role.SECRETARIAT));
    }

    /** The first that has yet to deliberate it, otherwise the last that did. */
    private static Optional<OrganizationId> waitsFor(PaperPage page) {
        return page.consultations().stream()
                .filter(it -> it.item() == null)
                .findFirst()
                .or(() -> page.consultations().stream().reduce((one, next) -> next))
                .map(ConsultationSummary::organization);
    }

    private static boolean isOpen(PaperPage page, OrganizationId organization) {
        return page.consultations().stream()
                .noneMatch(it -> it.organization().equals(organization) && it.item() != null);
    }

    /**
     * The member who is signed in stands behind a paper. Pressed again, it changes nothing.
     *
     * @throws RuleViolation if they have no vote in the organization whose agenda it waits for
     * @throws Refusal if it needs nobody, or is on the agenda already
     */
    public void support(PaperId id) {
        add(id, access.requirePerson(), false);
    }

    /** As {@link #support}, entered by the secretariat for a member who signed on paper. */
    public void enter(PaperId id, PersonId person) {
        requireSecretariat(id);
        add(id, person, true);
    }

    /** The member who is signed in stands behind it no more. Pressed again, it changes nothing. */
    public void withdraw(PaperId id) {
        withdraw(id, access.requirePerson());
    }

    /** As {@link #withdraw}, entered by the secretariat. */
    public void enterWithdrawal(PaperId id, PersonId person) {
        requireSecretariat(id);
        withdraw(id, person);
    }

    private void add(PaperId id, PersonId person, boolean enteredFor) {
        var backed = open(id);
        if (backed.voters().stream().map(MemberSummary::person).noneMatch(person::equals)) {
            throw new RuleViolation("support.paper.no-right", backed.source());
        }
        var now = clock.instant();
        if (!backed.movers().contains(person) && backers.add(id, person, enteredFor, now)) {
            events.publishEvent(new PaperSupported(id, person, enteredFor, now));
            notices.changed(PaperShelf.topic(id));
        }
    }

    private void withdraw(PaperId id, PersonId person) {
        open(id);
        var now = clock.instant();
        if (backers.withdraw(id, person, now)) {
            events.publishEvent(new PaperSupportWithdrawn(id, person, now));
            notices.changed(PaperShelf.topic(id));
        }
    }

    private BackedPaper open(PaperId id) {
        backers.hold(id);
        papers.paper(id); // who may not see it gets no further
        return standing(whole(id))
                .filter(BackedPaper::isOpen)
                .orElseThrow(() -> new Refusal("support.paper.nothing-to-support"));
    }

    private void requireSecretariat(PaperId id) {
        backers.hold(id); // before it is read: what was read once is not read anew in a transaction
        var organization =
                waitsFor(papers.paper(id)).orElseThrow(() -> new Refusal("support.paper.nothing-to-support"));
        access.require(organization, Role.SECRETARIAT);
    }

    private SupportNeeded rule(OrganizationId organization) {
        return councils.rules(organization, backers.today(organization))
                .support()
                .paper();
    }

    @Override
    public void requireMayBeOnAgenda(PaperId id, OrganizationId organization) {
        var page = whole(id);
        var rule = rule(organization);
        if (!isOpen(page, organization) || !backers.isToBeBacked(page, rule)) {
            return;
        }
        backers.hold(id);
        var count = backers.count(page, organization, rule);
        if (!count.isReached()) {
            throw new RuleViolation("support.paper.not-enough", rule.source(), count.counted(), count.needed());
        }
    }
}
