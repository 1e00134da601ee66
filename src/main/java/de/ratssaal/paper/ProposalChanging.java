package de.ratssaal.paper;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.PlacedItem;
import java.time.Clock;
import java.util.Comparator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the chair, or the secretariat for them, does with the wording of an item before the vote: change it as was moved in
 * the meeting, or go back to the paper's. The paper itself stays as it is.
 */
@Service
@Transactional
public class ProposalChanging {

    private static final String JOB = "paper";

    /** Whoever holds several meetings takes them in this order, so that no two wait for each other. */
    private static final Comparator<Consultation> BY_MEETING =
            Comparator.comparing(it -> Objects.toString(it.meeting(), ""));

    private final PaperRepository papers;
    private final ChangedProposalRepository changes;
    private final Placements placements;
    private final PaperAccess visibility;
    private final PaperNews news;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<WordingLock> locks;
    private final Access access;
    private final Clock clock;

    ProposalChanging(
            PaperRepository papers,
            ChangedProposalRepository changes,
            Placements placements,
            PaperAccess visibility,
            PaperNews news,
            ApplicationEventPublisher events,
            ObjectProvider<WordingLock> locks,
            Access access,
            Clock clock) {
        this.papers = papers;
        this.changes = changes;
        this.placements = placements;
        this.visibility = visibility;
        this.news = news;
        this.events = events;
        this.locks = locks;
        this.access = access;
        this.clock = clock;
    }

    /**
     * @param seen the proposal that was changed, as {@link PaperShelf#proposalFor} gave it
     * @param to what is to be put to the vote; the paper's own proposal revokes the change
     * @throws Refusal if the item is settled, nothing is left to vote on, or somebody else changed the wording meanwhile
     */
    public void change(AgendaItemId item, ResolutionProposal seen, ResolutionProposal to) {
        var place = forChange(item);
        var paper = votedOn(item);
        var own = ownProposal(paper);
        var before = changes.findById(item).filter(it -> it.paper().equals(paper.id()));
        var current = before.map(ChangedProposal::proposal).orElse(own.proposal());
        if (!current.equals(seen)) {
            throw new Refusal("paper.change.overtaken");
        }
        if (to.isEmpty() || to.points().stream().anyMatch(ResolutionPoint::isBlank)) {
            throw new Refusal("paper.change.empty");
        }
        if (to.equals(current)) {
            return;
        }
        var now = clock.instant();
        if (to.equals(own.proposal())) {
            before.ifPresent(changes::delete);
            events.publishEvent(
                    new ProposalChangeRevoked(paper.id(), place.meeting().id(), item, now));
        } else {
            changes.save(before.map(it -> {
                        it.change(to, own.number(), visibility.name(), now);
                        return it;
                    })
                    .orElseGet(() -> new ChangedProposal(item, paper.id(), to, own.number(), visibility.name(), now)));
            events.publishEvent(new ProposalChanged(paper.id(), place.meeting().id(), item, to.fingerprint(), now));
        }
        news.changed(place.meeting().id());
    }

    /** What is put to the vote is the paper's own proposal again. */
    public void revoke(AgendaItemId item) {
        var place = forChange(item);
        changes.findById(item).ifPresent(changed -> {
            changes.delete(changed);
            events.publishEvent(
                    new ProposalChangeRevoked(changed.paper(), place.meeting().id(), item, clock.instant()));
            news.changed(place.meeting().id());
        });
    }

    /**
     * For what leads to a change of the wording on an item, such as a decision on an amendment.
     *
     * @throws Refusal if the item is settled or a vote on it runs
     */
    public void requireChangeable(AgendaItemId item) {
        forChange(item);
    }

    /**
     * For what leads to a change of the wording wherever the paper is voted on. Who may do it is up to the caller.
     *
     * @throws Refusal if a vote on the paper runs, or those who decide are done with it
     */
    public void requireChangeable(PaperId id) {
        access.asSystem(JOB, () -> requireNotDecided(id));
    }

    private void requireNotDecided(PaperId id) {
        var stations = papers.findStations(id).stream()
                .filter(it -> it.role().votes())
                .sorted(BY_MEETING)
                .toList();
        stations.stream()
                .filter(this::isAhead)
                .map(Consultation::item)
                .filter(Objects::nonNull)
                .forEach(item -> locks.forEach(it -> it.requireUnlocked(item)));
        var deciding = stations.stream()
                .filter(it -> it.role() == ConsultationRole.DECISION)
                .toList();
        if (!deciding.isEmpty() && deciding.stream().allMatch(this::isOver)) {
            throw new Refusal("paper.agenda.item-settled");
        }
    }

    private boolean isAhead(Consultation station) {
        return placement(station).filter(PlacedItem::isAhead).isPresent();
    }

    private boolean isOver(Consultation station) {
        return placement(station).filter(PlacedItem::isOver).isPresent();
    }

    private Optional<PlacedItem> placement(Consultation station) {
        return Optional.ofNullable(station.item()).flatMap(placements::visible);
    }

    private PlacedItem forChange(AgendaItemId item) {
        var place = placements.visible(item).orElseThrow(() -> new NoSuchElementException("agenda item " + item));
        access.require(place.meeting().organization(), Role.SECRETARIAT, Role.CHAIR, Role.DEPUTY_CHAIR);
        if (!place.isAhead()) {
            throw new Refusal("paper.agenda.item-settled");
        }
        locks.forEach(it -> it.requireUnlocked(item));
        return place;
    }

    /** Locked: two who change the wording queue here. */
    private Paper votedOn(AgendaItemId item) {
        return papers.findByItem(item).stream()
                .filter(it -> it.on(item).map(on -> on.role().votes()).orElse(false))
                .findFirst()
                .flatMap(it -> papers.findForAct(it.id()))
                .orElseThrow(() -> new Refusal("paper.change.nothing-to-vote-on"));
    }

    private static ReleasedVersion ownProposal(Paper paper) {
        return paper.released()
                .orElseThrow(() -> new IllegalStateException("paper %s was never released".formatted(paper.id())));
    }
}
