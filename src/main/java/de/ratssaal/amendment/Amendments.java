package de.ratssaal.amendment;

import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperPage;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.paper.PaperWordings;
import de.ratssaal.paper.ReleasedVersion;
import de.ratssaal.paper.ResolutionProposal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reading amendments. A draft is shown to its mover only, an amendment to nobody who may not see its paper. */
@Service
@Transactional(readOnly = true)
public class Amendments {

    private final AmendmentRepository amendments;
    private final AmendmentRecords records;
    private final AmendmentAccess access;
    private final PaperShelf shelf;
    private final PaperWordings wordings;
    private final Meetings meetings;

    Amendments(
            AmendmentRepository amendments,
            AmendmentRecords records,
            AmendmentAccess access,
            PaperShelf shelf,
            PaperWordings wordings,
            Meetings meetings) {
        this.amendments = amendments;
        this.records = records;
        this.access = access;
        this.shelf = shelf;
        this.wordings = wordings;
        this.meetings = meetings;
    }

    /** @throws NoSuchElementException if there is none, or none that whoever asks may see */
    public AmendmentPage amendment(AmendmentId id) {
        var amendment = amendments
                .findById(id)
                .filter(access::maySee)
                .orElseThrow(() -> new NoSuchElementException("amendment " + id));
        var page = shelf.paper(amendment.paper());
        var base = version(amendment.paper(), amendment.baseVersion()).proposal();
        return new AmendmentPage(
                shown(amendment),
                page,
                base,
                Merge.apply(base, amendment.operations()),
                amendment.wordings(),
                visibleDecisions(id),
                access.isMover(amendment, page),
                access.entersForOthers(page));
    }

    /** Amendments to a paper that whoever asks may see: in the order of voting, drafts last. */
    public List<AmendmentRow> of(PaperId paper) {
        if (access.page(paper).isEmpty()) {
            return List.of();
        }
        var all = amendments.findByPaper(paper).stream().filter(access::maySee).toList();
        var drafts = all.stream().filter(it -> it.state() == AmendmentState.DRAFT);
        var rows = new ArrayList<>(arranged(
                paper,
                all.stream().filter(it -> it.state() != AmendmentState.DRAFT).toList()));
        drafts.forEach(it -> rows.add(new AmendmentRow(it.summary(), Reach.of(base(it), it.operations()), List.of())));
        return rows;
    }

    /** By how far they go; where somebody gave them an order, in that. */
    List<AmendmentRow> arranged(PaperId paper, List<Amendment> submitted) {
        var ranked = ranked(submitted);
        var given = records.arrangement(paper)
                .map(AmendmentRecords.Arrangement::order)
                .orElse(List.of());
        // those that nobody arranged stay behind the one that they stand behind by themselves
        var order = new ArrayList<AmendmentRow>();
        given.forEach(id ->
                ranked.stream().filter(it -> it.amendment().id().equals(id)).forEach(order::add));
        for (var place = 0; place < ranked.size(); place++) {
            var row = ranked.get(place);
            if (!given.contains(row.amendment().id())) {
                order.add(place == 0 ? 0 : order.indexOf(ranked.get(place - 1)) + 1, row);
            }
        }
        return order;
    }

    private List<AmendmentRow> ranked(List<Amendment> submitted) {
        var ranked = new ArrayList<AmendmentRow>();
        // what is to be checked, or was decided before the paper changed, means the points of another version
        var versions = new TreeMap<Integer, List<Amendment>>(Comparator.reverseOrder());
        submitted.forEach(it -> versions.computeIfAbsent(it.baseVersion(), version -> new ArrayList<>())
                .add(it));
        for (var same : versions.values()) {
            var ranking = new Ranking(
                    base(same.getFirst()), same.stream().map(Amendment::change).toList());
            for (var place : ranking.ranked()) {
                same.stream()
                        .filter(it -> it.id().equals(place.amendment()))
                        .forEach(it -> ranked.add(new AmendmentRow(shown(it), place.reach(), place.competitors())));
            }
        }
        return ranked;
    }

    /** Why the chair gave a paper's amendments another order, and who did; nothing if nobody did. */
    public Optional<String> reasonOfOrder(PaperId paper) {
        return access.page(paper)
                .flatMap(it -> records.arrangement(paper))
                .map(it -> it.reason() + " (" + it.by() + ")");
    }

    /** What was decided on an item that is not for whoever asks is none of their business. */
    private AmendmentSummary shown(Amendment amendment) {
        var summary = amendment.summary();
        return summary.state().isDecided()
                        && visibleDecisions(amendment.id()).stream().noneMatch(AmendmentDecision::isFinal)
                ? summary.undecided()
                : summary;
    }

    private List<AmendmentDecision> visibleDecisions(AmendmentId amendment) {
        return records.history(amendment).stream()
                .filter(it -> isVisible(it.item()))
                .toList();
    }

    private boolean isVisible(AgendaItemId item) {
        return meetings.item(item).isPresent();
    }

    /** For whom whoever asks may move an amendment to the paper; nobody if they may not. */
    public List<Mover> movers(PaperId paper) {
        return access.page(paper).map(access::movers).orElse(List.of());
    }

    /** Whether whoever asks arranges amendments to the paper. */
    public boolean mayArrange(PaperId paper) {
        return access.page(paper).filter(access::mayConduct).isPresent();
    }

    /** The version on which an amendment would be based now. */
    public ReleasedVersion latest(PaperId paper) {
        return shelf.latest(paper).orElseThrow(() -> new NoSuchElementException("version of paper " + paper));
    }

    /** A released version. */
    public ReleasedVersion version(PaperId paper, int number) {
        return shelf.version(paper, number)
                .orElseThrow(() -> new NoSuchElementException("version %d of paper %s".formatted(number, paper)));
    }

    /**
     * From what an amendment is written on: a draft from what it wants; one that has to be checked from the paper's latest
     * version, with those of its changes that still fit.
     */
    public ResolutionProposal startingPoint(AmendmentPage page) {
        if (!page.amendment().toCheck()) {
            return page.result();
        }
        var latest = latest(page.paper().paper().id()).proposal();
        var fitting = new ArrayList<Operation>();
        for (var operation : page.amendment().operations()) {
            if (CarriedOver.of(page.base(), latest, List.of(operation))
                    instanceof CarriedOver.Fits(List<Operation> fits)) {
                fitting.addAll(fits);
            }
        }
        return Merge.apply(latest, fitting);
    }

    /** Amendments that were handed in to the paper on which an item votes, in the order of voting. */
    public List<AmendmentRow> on(AgendaItemId item) {
        return wordings.on(item)
                .map(it -> of(it.paper()).stream()
                        .filter(row -> row.amendment().number() > 0)
                        .toList())
                .orElse(List.of());
    }

    /** Whether whoever asks notes what becomes of amendments on the item, and it is not settled. */
    public boolean mayDecide(AgendaItemId item) {
        return wordings.on(item)
                .filter(it -> it.isAhead() && access.mayConduct(it.meeting().organization()))
                .isPresent();
    }

    /** What was decided on an item, for each amendment, if whoever asks may see the item. */
    public Map<AmendmentId, AmendmentDecision> decisions(AgendaItemId item) {
        return wordings.on(item).isPresent() ? records.decisions(item) : Map.of();
    }

    private ResolutionProposal base(Amendment amendment) {
        return version(amendment.paper(), amendment.baseVersion()).proposal();
    }

    /** Whether whoever asks may see the paper of an amendment at all; pages ask before they show a form. */
    public Optional<PaperPage> paper(PaperId paper) {
        return access.page(paper);
    }
}
