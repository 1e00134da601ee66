package de.ratssaal.paper;

import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.PlacedItem;
import de.ratssaal.organization.Councils;
import java.time.Clock;
import java.util.NoSuchElementException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the secretariats do with a paper's way: which organizations deliberate it, in which order, on which items. */
@Service
@Transactional
public class PaperRouting {

    private final PaperRepository papers;
    private final ChangedProposalRepository changes;
    private final PaperAccess visibility;
    private final Placements placements;
    private final PaperNews news;
    private final Councils councils;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<WordingLock> locks;
    private final ObjectProvider<AgendaGuard> guards;
    private final Access access;
    private final Clock clock;

    PaperRouting(
            PaperRepository papers,
            ChangedProposalRepository changes,
            PaperAccess visibility,
            Placements placements,
            PaperNews news,
            Councils councils,
            ApplicationEventPublisher events,
            ObjectProvider<WordingLock> locks,
            ObjectProvider<AgendaGuard> guards,
            Access access,
            Clock clock) {
        this.papers = papers;
        this.changes = changes;
        this.visibility = visibility;
        this.placements = placements;
        this.news = news;
        this.councils = councils;
        this.events = events;
        this.locks = locks;
        this.guards = guards;
        this.access = access;
        this.clock = clock;
    }

    /** Plans that an organization deliberates the paper, after those that were planned before. */
    public ConsultationId plan(PaperId id, OrganizationId with, ConsultationRole role) {
        var paper = forPlanning(id);
        requireSameBody(paper, with);
        var planned = paper.plan(with, role);
        save(paper);
        return planned;
    }

    /** Takes back what was planned. For what stands on an agenda see {@link #takeOffAgenda}. */
    public void drop(PaperId id, ConsultationId which) {
        var paper = forPlanning(id);
        paper.drop(which);
        save(paper);
    }

    /** @param position place among the paper's consultations, counted from 0; the end if larger */
    public void move(PaperId id, ConsultationId which, int position) {
        var paper = forPlanning(id);
        paper.move(which, position);
        save(paper);
    }

    /**
     * Puts a released paper on an item that is not settled. For the secretariat of the organization that meets.
     *
     * @throws RuleViolation if it is a motion of members that too few support
     * @throws Refusal if the paper is not released, the item is settled, a non-public paper would come before the public,
     *     the item already has a proposal to vote on, or a vote on it runs
     */
    public void putOnAgenda(PaperId id, AgendaItemId item, ConsultationRole role) {
        placements.hold(item);
        var place = ahead(item);
        if (role.votes()) {
            locks.forEach(it -> it.requireUnlocked(item));
        }
        var paper = papers.findForAct(id)
                .filter(visibility::maySee)
                .orElseThrow(() -> new NoSuchElementException("paper " + id));
        requireSameBody(paper, place.meeting().organization());
        if (role.votes()
                && papers.findByItem(item).stream()
                        .flatMap(it -> it.on(item).stream())
                        .anyMatch(it -> it.role().votes())) {
            throw new Refusal("paper.agenda.second-proposal");
        }
        guards.forEach(it -> it.requireMayBeOnAgenda(id, place.meeting().organization()));
        paper.putOnAgenda(
                place.meeting().organization(),
                role,
                place.meeting().id(),
                item,
                place.item().isPublic());
        save(paper);
    }

    /**
     * Takes a paper off an item that is not settled. What was changed of its wording for the item is given up.
     *
     * @throws Refusal if the item is settled, or a vote on it runs
     */
    public void takeOffAgenda(PaperId id, AgendaItemId item) {
        var place = ahead(item);
        locks.forEach(it -> it.requireUnlocked(item));
        var paper = papers.findForAct(id)
                .filter(visibility::maySee)
                .orElseThrow(() -> new NoSuchElementException("paper " + id));
        paper.takeOffAgenda(item);
        changes.findById(item).filter(it -> it.paper().equals(id)).ifPresent(changed -> {
            changes.delete(changed);
            events.publishEvent(new ProposalChangeRevoked(id, place.meeting().id(), item, clock.instant()));
        });
        save(paper);
        news.changed(place.meeting().id());
    }

    private PlacedItem ahead(AgendaItemId item) {
        var place = placements.visible(item).orElseThrow(() -> new NoSuchElementException("agenda item " + item));
        access.require(place.meeting().organization(), Role.SECRETARIAT);
        if (!place.isAhead()) {
            throw new Refusal("paper.agenda.item-settled");
        }
        return place;
    }

    private void requireSameBody(Paper paper, OrganizationId with) {
        var organization = councils.organization(with);
        if (!organization.body().equals(paper.body())
                || !organization.classification().meets()) {
            throw new Refusal("paper.consultation.other-organization");
        }
    }

    private Paper forPlanning(PaperId id) {
        var paper = papers.findForAct(id).orElseThrow(() -> new NoSuchElementException("paper " + id));
        visibility.requireSecretariat(paper);
        return paper;
    }

    private void save(Paper paper) {
        papers.saveAndFlush(paper);
        news.changed(paper);
    }
}
