package de.ratssaal.amendment;

import de.ratssaal.amendment.AmendmentOverview.Entry;
import de.ratssaal.amendment.AmendmentOverview.Synopsis;
import de.ratssaal.identity.Access;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.meeting.PlacedItem;
import de.ratssaal.organization.Councils;
import de.ratssaal.paper.ConsultationRole;
import de.ratssaal.paper.ConsultationSummary;
import de.ratssaal.paper.ItemWording;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperShelf;
import de.ratssaal.paper.PaperWordings;
import de.ratssaal.paper.ReleasedVersion;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** All amendments to a paper at a glance, for the application itself when it publishes or prints them. */
@Service
@Transactional(readOnly = true)
public class AmendmentsOfPaper {

    private static final String JOB = "amendments";

    private final Amendments amendments;
    private final AmendmentRecords records;
    private final PaperShelf shelf;
    private final PaperWordings wordings;
    private final Meetings meetings;
    private final Councils councils;
    private final Access access;

    AmendmentsOfPaper(
            Amendments amendments,
            AmendmentRecords records,
            PaperShelf shelf,
            PaperWordings wordings,
            Meetings meetings,
            Councils councils,
            Access access) {
        this.amendments = amendments;
        this.records = records;
        this.shelf = shelf;
        this.wordings = wordings;
        this.meetings = meetings;
        this.councils = councils;
        this.access = access;
    }

    /**
     * What everybody may know of them: nothing unless the paper is public; nothing of what an organization recommends that
     * meets in private; and of what was decided only what was decided on public items. Public knowledge: it depends on
     * nobody's rights.
     */
    public AmendmentOverview publicOf(PaperId paper) {
        return access.asSystem(
                JOB,
                () -> shelf.publicView(paper).isEmpty()
                        ? AmendmentOverview.NONE
                        : overview(paper, this::isMovedInPublic, this::isDecidedInPublic));
    }

    /**
     * What everybody may know of them who may read the paper among the documents of a meeting; for the application itself. Of
     * what was decided elsewhere they know what everybody knows: who attends one organization's meetings need not attend
     * those of another.
     *
     * @param nonPublicToo whether those who read it may know what was decided on the meeting's non-public items
     */
    public AmendmentOverview of(PaperId paper, MeetingId meeting, boolean nonPublicToo) {
        access.requireSystem();
        return overview(paper, it -> true, item -> isDecidedIn(meeting, item, nonPublicToo) || isDecidedInPublic(item));
    }

    /** What whoever asks may know of them: nothing of a paper that they may not see. */
    public AmendmentOverview mine(PaperId paper) {
        return shelf.find(paper).isEmpty()
                ? AmendmentOverview.NONE
                : overview(paper, it -> true, item -> find(item).isPresent());
    }

    private boolean isMovedInPublic(AmendmentSummary amendment) {
        var mover = amendment.mover();
        var organization = mover.organization();
        return mover.kind() != Mover.Kind.ORGANIZATION
                || organization != null
                        && councils.rules(organization).publicity().meetingsArePublic();
    }

    private boolean isDecidedIn(MeetingId meeting, AgendaItemId item, boolean nonPublicToo) {
        return meetings.meetingOf(item).filter(meeting::equals).isPresent()
                && find(item).filter(it -> nonPublicToo || it.isPublic()).isPresent();
    }

    private boolean isDecidedInPublic(AgendaItemId item) {
        return meetings.meetingOf(item)
                .flatMap(meetings::publicView)
                .filter(it -> it.meeting().convenedAt() != null && meetings.isInPublic(it.meeting()))
                .filter(it -> it.items().stream().anyMatch(on -> on.id().equals(item)))
                .isPresent();
    }

    private Optional<AgendaItemSummary> find(AgendaItemId item) {
        return meetings.item(item).map(PlacedItem::item);
    }

    private AmendmentOverview overview(
            PaperId paper, Predicate<AmendmentSummary> isShown, Predicate<AgendaItemId> isVisible) {
        var shown = amendments.of(paper).stream()
                .map(AmendmentRow::amendment)
                .filter(it -> it.number() > 0)
                .filter(isShown)
                .toList();
        if (shown.isEmpty()) {
            return AmendmentOverview.NONE;
        }
        var versions =
                shelf.versions(paper).stream().collect(Collectors.toMap(ReleasedVersion::number, Function.identity()));
        var byVersion = new TreeMap<Integer, List<AmendmentSummary>>(Comparator.reverseOrder());
        byVersion.putAll(shown.stream().collect(Collectors.groupingBy(AmendmentSummary::version)));
        var merged = merged(paper, isVisible);
        var synopses = byVersion.entrySet().stream()
                .map(it -> synopsis(Objects.requireNonNull(versions.get(it.getKey())), it.getValue(), merged))
                .toList();
        return new AmendmentOverview(
                shown.stream().map(it -> entry(it, isVisible)).toList(), synopses);
    }

    private Entry entry(AmendmentSummary amendment, Predicate<AgendaItemId> isVisible) {
        var decision = records.history(amendment.id()).stream()
                .filter(AmendmentDecision::isFinal)
                .filter(it -> isVisible.test(it.item()))
                .reduce((earlier, later) -> later)
                .filter(it -> amendment.state().isDecided());
        var state = amendment.state().isDecided() && decision.isEmpty() ? AmendmentState.SUBMITTED : amendment.state();
        @Nullable Count count = decision.map(AmendmentDecision::count).orElse(null);
        @Nullable Instant at = decision.map(AmendmentDecision::at).orElse(null);
        return new Entry(
                amendment.number(), amendment.title(), amendment.mover().name(), amendment.reasons(), state, count, at);
    }

    private static Synopsis synopsis(
            ReleasedVersion version, Collection<AmendmentSummary> amendments, Optional<ItemWording> merged) {
        var base = version.proposal();
        var changes = new LinkedHashMap<Integer, ProposalChanges>();
        amendments.forEach(it ->
                changes.put(it.number(), ProposalChanges.of(base, Merge.apply(base, it.operations()))));
        var result = merged.filter(it -> it.own().number() == version.number())
                .map(it -> ProposalChanges.of(base, it.current()))
                .orElse(null);
        return new Synopsis(version.number(), result != null, new SynopsisRows(base, changes, result).rows());
    }

    /** The text into which what was adopted is merged, where those who decide on the paper vote on it. */
    private Optional<ItemWording> merged(PaperId paper, Predicate<AgendaItemId> isVisible) {
        return shelf.find(paper).stream()
                .flatMap(it -> it.consultations().stream())
                .filter(it -> it.role() == ConsultationRole.DECISION)
                .map(ConsultationSummary::item)
                .filter(Objects::nonNull)
                .filter(isVisible)
                .flatMap(it -> wordings.on(it).stream())
                .filter(ItemWording::withChanges)
                .findFirst();
    }
}
