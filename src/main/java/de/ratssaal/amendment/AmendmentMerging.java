package de.ratssaal.amendment;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.paper.ItemWording;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.paper.PaperWordings;
import de.ratssaal.paper.ProposalChanging;
import de.ratssaal.paper.ResolutionPoint;
import de.ratssaal.paper.ResolutionProposal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Merges adopted amendments into the text that is put to the vote on an item. */
@Service
@Transactional
public class AmendmentMerging {

    private final AmendmentRepository amendments;
    private final AmendmentRecords records;
    private final AmendmentAccess access;
    private final Amendments reading;
    private final PaperWordings wordings;
    private final ProposalChanging changing;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Clock clock;

    AmendmentMerging(
            AmendmentRepository amendments,
            AmendmentRecords records,
            AmendmentAccess access,
            Amendments reading,
            PaperWordings wordings,
            ProposalChanging changing,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Clock clock) {
        this.amendments = amendments;
        this.records = records;
        this.access = access;
        this.reading = reading;
        this.wordings = wordings;
        this.changing = changing;
        this.events = events;
        this.notices = notices;
        this.clock = clock;
    }

    /** What would come of it; nothing for those who may not see the item, or if it has no text to vote on. */
    @Transactional(readOnly = true)
    public Optional<MergePreview> preview(AgendaItemId item) {
        return wordings.on(item).map(it -> work(item, it).preview());
    }

    /**
     * Chooses between amendments that contradict each other.
     *
     * @param prevailing what it wants at that place holds; what the others want there falls away
     * @throws Refusal if they contradict each other there no more
     */
    public void choose(AgendaItemId item, Place place, AmendmentId prevailing) {
        changing.requireChangeable(item);
        var on = on(item);
        if (work(item, on).merge.conflicts().stream()
                .noneMatch(it -> it.place().equals(place) && it.between().contains(prevailing))) {
            throw new Refusal("amendment.merge.no-conflict");
        }
        var now = clock.instant();
        records.choose(item, place, on.own().number(), prevailing, now, access.name());
        events.publishEvent(new ConflictChosen(on.paper(), item, place.key(), prevailing, now));
        changed(on);
    }

    /**
     * Puts the merged text in the place of what is on the item.
     *
     * @param seen the result as it was shown; another is refused
     * @param references numbers of the points in which the proposed references are taken
     * @throws Refusal if something has to be chosen or checked first, or it changed meanwhile
     */
    public void merge(AgendaItemId item, ResolutionProposal seen, Set<Integer> references) {
        changing.requireChangeable(item);
        var on = on(item);
        var work = work(item, on);
        if (!work.toCheck.isEmpty()) {
            throw new Refusal("amendment.merge.to-check");
        }
        if (!work.merge.conflicts().isEmpty()) {
            throw new Refusal("amendment.merge.conflicts");
        }
        if (!work.merge.result().equals(seen)) {
            throw new Refusal("paper.change.overtaken");
        }
        var text = work.references().with(references);
        changing.change(item, on.current(), text);
        var merged = work.adopted.stream().map(Amendment::id).toList();
        var now = clock.instant();
        records.merged(item, on.paper(), merged, on.own().fingerprint(), text.fingerprint(), now, access.name());
        events.publishEvent(new AmendmentsMerged(on.paper(), item, merged, text.fingerprint(), now));
        changed(on);
    }

    /** Whether the text on the item holds what was adopted, and nothing of what was not. */
    boolean isMerged(AgendaItemId item, ItemWording on) {
        return work(item, on).isMerged;
    }

    /** Amendments that were handed in and on which nothing is noted for the item. */
    List<AmendmentSummary> undecided(AgendaItemId item, PaperId paper) {
        var decided = records.decisions(item);
        return amendments.findByPaper(paper).stream()
                .filter(it -> it.state() == AmendmentState.SUBMITTED && !it.isMeantBy(decided.get(it.id())))
                .map(Amendment::summary)
                .toList();
    }

    private Work work(AgendaItemId item, ItemWording on) {
        var decisions = records.decisions(item);
        var all = amendments.findByPaper(on.paper()).stream()
                .filter(it -> it.state() != AmendmentState.DRAFT)
                .collect(Collectors.toMap(Amendment::id, it -> it));
        var adopted = reading.arranged(on.paper(), List.copyOf(all.values())).stream()
                .map(it -> all.get(it.amendment().id()))
                .filter(it -> isAdopted(it, decisions.get(it.id()), on))
                .toList();
        return new Work(item, on, adopted);
    }

    /** What was adopted on one item holds on those that come after it, until something else is noted there. */
    private static boolean isAdopted(Amendment amendment, @Nullable AmendmentDecision decision, ItemWording on) {
        return switch (amendment.state()) {
            case WITHDRAWN -> false;
            case TAKEN_OVER -> true;
            default ->
                decision != null && amendment.isMeantBy(decision)
                        ? decision.outcome() == AmendmentOutcome.ADOPTED
                        : amendment.state() == AmendmentState.ADOPTED && on.isAhead();
        };
    }

    /** What is to be merged on one item, and what comes of it. */
    private final class Work {

        private final ItemWording on;
        private final List<Amendment> adopted;
        private final List<Amendment> toCheck;
        private final List<Merge.Change> changes;
        private final Merge merge;
        private final boolean isMerged;

        Work(AgendaItemId item, ItemWording on, List<Amendment> adopted) {
            this.on = on;
            this.adopted = adopted;
            toCheck = adopted.stream()
                    .filter(it -> it.isToCheck() || it.baseVersion() != on.own().number())
                    .toList();
            changes = adopted.stream()
                    .filter(it -> !toCheck.contains(it))
                    .map(Amendment::change)
                    .toList();
            merge = Merge.of(
                    on.own().proposal(), changes, records.choices(item, on.own().number()));
            var ids = adopted.stream().map(Amendment::id).collect(Collectors.toSet());
            isMerged = records.lastMerge(item)
                    .map(it -> it.amendments().equals(ids)
                            && it.base().equals(on.own().fingerprint()))
                    .orElse(ids.isEmpty());
        }

        AdaptedReferences references() {
            return new AdaptedReferences(on.own().proposal(), changes, merge);
        }

        MergePreview preview() {
            Map<Integer, ResolutionPoint> references = references().proposed();
            return new MergePreview(
                    on,
                    adopted.stream().map(Amendment::summary).toList(),
                    merge.result(),
                    merge.conflicts(),
                    references,
                    toCheck.stream().map(Amendment::summary).toList(),
                    isMerged);
        }
    }

    private ItemWording on(AgendaItemId item) {
        return wordings.on(item).orElseThrow(() -> new Refusal("paper.change.nothing-to-vote-on"));
    }

    private void changed(ItemWording on) {
        notices.changed(PaperShelf.topic(on.paper()));
        notices.changed(ChangeNotices.meeting(on.meeting().id().value()));
    }
}
