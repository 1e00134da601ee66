package de.ratssaal.workflow;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.organization.BodyId;
import de.ratssaal.paper.PaperId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/**
 * The way of one paper to one release, in rounds: each time it is submitted, a round begins in which every station is planned
 * at once. A station's turn comes when everything before it is done.
 */
@Entity
@Table(name = "workflow_process")
class PaperProcess extends AbstractAggregateRoot<PaperProcess> {

    /** Longest comment, in characters. */
    static final int LONGEST_COMMENT = 4_000;

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private ProcessId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "paper_id", nullable = false, updatable = false))
    private PaperId paper;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "body_id", nullable = false, updatable = false))
    private BodyId body;

    @Column(nullable = false, updatable = false)
    private UUID definitionId;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "author_office", nullable = false, updatable = false))
    private OrganizationId authorOffice;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private AfterChange afterChange;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, updatable = false)
    private AfterRefusal afterRefusal;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ProcessState state = ProcessState.DRAFTING;

    @Column(nullable = false)
    private int round;

    @Column(nullable = false)
    private boolean financialEffects;

    @Column(nullable = false, updatable = false)
    private Instant begunAt;

    private @Nullable Instant endedAt;

    @OneToMany(cascade = CascadeType.ALL, fetch = FetchType.LAZY)
    @JoinColumn(name = "process_id", nullable = false, updatable = false)
    @OrderBy("round, step, place")
    private List<Station> stations = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL, fetch = FetchType.LAZY)
    @JoinColumn(name = "process_id", nullable = false, updatable = false)
    @OrderBy("position")
    private List<Act> acts = new ArrayList<>();

    @Version
    private @Nullable Long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected PaperProcess() {}

    /** @param authorOffice the office that writes the paper */
    PaperProcess(
            PaperId paper,
            BodyId body,
            ProcessDefinition definition,
            OrganizationId authorOffice,
            By by,
            String fingerprint,
            Instant at) {
        this.id = ProcessId.next();
        this.paper = paper;
        this.body = body;
        this.definitionId = definition.id();
        this.authorOffice = authorOffice;
        this.afterChange = definition.design().afterChange();
        this.afterRefusal = definition.design().afterRefusal();
        this.begunAt = at;
        record(ActKind.BEGUN, null, authorOffice, by, "", fingerprint, at);
    }

    /**
     * The author is ready: a round begins.
     *
     * @param design by which the process began
     * @param isPublic whether everybody may read the paper once it is released
     */
    void submit(ProcessDesign design, Submission what, boolean isPublic, By by, Instant at, OfficeDay today) {
        if (!state.isWithAuthor()) {
            throw new Refusal("workflow.submit.under-way");
        }
        requireShort(what.comment());
        var before = current();
        round++;
        financialEffects = what.financialEffects();
        var planned = plan(design, what, isPublic);
        if (afterRefusal == AfterRefusal.ONLY_OPEN) {
            planned.forEach(it -> keepIfItHolds(it, before, what.fingerprint()));
        }
        stations.addAll(planned);
        state = moved(ProcessState.RUNNING);
        record(ActKind.SUBMITTED, null, authorOffice, by, what.comment(), what.fingerprint(), at);
        advance(at, today);
    }

    private List<Station> plan(ProcessDesign design, Submission what, boolean isPublic) {
        var planned = new ArrayList<Station>();
        var number = 0;
        for (var step : design.steps()) {
            number++;
            var needed = switch (step.condition()) {
                case ALWAYS -> true;
                case FINANCIAL_EFFECTS -> what.financialEffects();
                case NON_PUBLIC -> !isPublic;
            };
            if (!needed) {
                continue;
            }
            var place = 0;
            switch (step.actor()) {
                case AUTHOR_OFFICE -> planned.add(new Station(round, number, 1, step, authorOffice));
                case OFFICES -> {
                    for (var office : step.offices()) {
                        planned.add(new Station(round, number, ++place, step, office));
                    }
                }
                case CHOSEN_OFFICES -> {
                    for (var office : what.concerned()) {
                        planned.add(new Station(round, number, ++place, step, office));
                    }
                }
                case SECRETARIAT, AUTOMATIC -> planned.add(new Station(round, number, 1, step, null));
            }
        }
        return planned;
    }

    /** Whoever agreed to this very text need not agree again. */
    private static void keepIfItHolds(Station station, List<Station> before, String fingerprint) {
        before.stream()
                .filter(it -> it.kind() == station.kind() && it.kind() != StepKind.RELEASE)
                .filter(it -> it.step() == station.step() && same(it.office(), station.office()))
                .filter(it -> it.holdsFor(fingerprint))
                .findFirst()
                .ifPresent(station::keep);
    }

    /**
     * An office agrees, or approves. The same again changes nothing.
     *
     * @param seen fingerprint of the text that was read
     * @param now fingerprint of the text as it is
     */
    void sign(StationId which, String seen, String now, By by, String comment, Instant at, OfficeDay today) {
        var station = station(which);
        if (station.round() == round && station.holdsFor(seen)) {
            return;
        }
        requireAsked(station);
        requireShort(comment);
        if (!seen.equals(now)) {
            throw new Refusal("workflow.act.text-changed");
        }
        station.finish(StationState.DONE, now, at);
        record(
                station.kind() == StepKind.APPROVE ? ActKind.APPROVED : ActKind.CO_SIGNED,
                station,
                station.office(),
                by,
                comment,
                now,
                at);
        advance(at, today);
    }

    /** An office does not agree: the paper goes back to its author, and the round is over. The same again changes nothing. */
    void refuse(StationId which, String fingerprint, By by, String reasons, Instant at) {
        var station = station(which);
        if (station.state() == StationState.REFUSED) {
            return;
        }
        requireAsked(station);
        requireReasons(reasons);
        station.finish(StationState.REFUSED, fingerprint, at);
        record(ActKind.REFUSED, station, station.office(), by, reasons, fingerprint, at);
        endRound(ProcessState.RETURNED, at);
    }

    /** Asks another office beside the one that is asked. */
    void askAlso(
            StationId beside,
            OrganizationId office,
            String fingerprint,
            By by,
            String comment,
            Instant at,
            OfficeDay today) {
        var station = station(beside);
        requireAsked(station);
        requireShort(comment);
        if (current().stream().anyMatch(it -> it.step() == station.step() && office.equals(it.office()))) {
            throw new Refusal("workflow.ask.is-asked");
        }
        var last = current().stream()
                .filter(it -> it.step() == station.step())
                .mapToInt(Station::place)
                .max()
                .orElse(0);
        var added = station.beside(last + 1, office);
        added.ask(at, today);
        stations.add(added);
        record(ActKind.ASKED_ALSO, added, office, by, comment, fingerprint, at);
    }

    /** The author calls the paper back, to go on writing. */
    void callBack(String fingerprint, By by, String comment, Instant at) {
        if (state.isWithAuthor()) {
            return;
        }
        requireRunning();
        requireShort(comment);
        record(ActKind.CALLED_BACK, null, authorOffice, by, comment, fingerprint, at);
        endRound(ProcessState.RETURNED, at);
    }

    /** The secretariat goes on without an office that is asked, where the process allows it. */
    void passOver(StationId which, String fingerprint, By by, String reasons, Instant at, OfficeDay today) {
        var station = station(which);
        if (station.state() == StationState.PASSED_OVER) {
            return;
        }
        requireAsked(station);
        if (!station.mayBePassedOver()) {
            throw new Refusal("workflow.pass-over.not-allowed");
        }
        requireReasons(reasons);
        station.finish(StationState.PASSED_OVER, fingerprint, at);
        record(ActKind.PASSED_OVER, station, station.office(), by, reasons, fingerprint, at);
        advance(at, today);
    }

    /**
     * The text is another one now. Approvals of another text are void, co-signatures as the process says.
     *
     * @return whether something was void
     */
    boolean textIs(String fingerprint, By by, Instant at, OfficeDay today) {
        if (state != ProcessState.RUNNING) {
            return false;
        }
        var outdated = current().stream()
                .filter(it -> it.state() == StationState.DONE && !it.holdsFor(fingerprint))
                .filter(it -> it.kind() == StepKind.APPROVE || afterChange == AfterChange.VOID)
                .toList();
        for (var station : outdated) {
            record(ActKind.VOIDED, station, station.office(), by, "", fingerprint, at);
            station.putOff();
        }
        if (!outdated.isEmpty()) {
            advance(at, today);
        }
        return !outdated.isEmpty();
    }

    /** @throws Refusal if the paper is not to be released now, or what was approved is another text */
    void requireReady(String fingerprint) {
        var release = releaseStation();
        if (state != ProcessState.RUNNING
                || release.filter(it -> it.state() == StationState.ASKED).isEmpty()) {
            throw new Refusal("workflow.release.not-yet");
        }
        if (current().stream()
                .anyMatch(it -> it.kind() == StepKind.APPROVE
                        && it.state() == StationState.DONE
                        && !it.holdsFor(fingerprint))) {
            throw new Refusal("workflow.release.other-text");
        }
    }

    /** Whether everything is done and nobody has to release it. */
    boolean isReadyByItself() {
        return state == ProcessState.RUNNING
                && releaseStation()
                        .filter(it -> it.isAutomatic() && it.state() == StationState.ASKED)
                        .isPresent();
    }

    void released(String fingerprint, By by, Instant at) {
        if (state.isEnd()) {
            return;
        }
        var station = releaseStation().orElse(null);
        if (station != null) {
            station.finish(StationState.DONE, fingerprint, at);
        }
        record(ActKind.RELEASED, station, null, by, "", fingerprint, at);
        end(ProcessState.RELEASED, at);
    }

    void withdrawn(String fingerprint, By by, Instant at) {
        if (state.isEnd()) {
            return;
        }
        record(ActKind.ENDED, null, null, by, "", fingerprint, at);
        end(ProcessState.WITHDRAWN, at);
    }

    private void end(ProcessState how, Instant at) {
        endRound(how, at);
        endedAt = at;
    }

    private void endRound(ProcessState next, Instant at) {
        current().forEach(it -> it.close(at));
        state = moved(next);
    }

    /** Asks those whose turn it is, and nobody else. */
    private void advance(Instant at, OfficeDay today) {
        var open = current().stream().filter(Station::isOpen).toList();
        if (open.isEmpty()) {
            return;
        }
        var step = open.getFirst().step();
        open.stream()
                .filter(it -> it.step() > step && it.state() == StationState.ASKED)
                .forEach(Station::putOff);
        var now = open.stream().filter(it -> it.step() == step).toList();
        var someoneIsAsked = now.stream().anyMatch(it -> it.inOrder() && it.state() == StationState.ASKED);
        for (var station : now) {
            if (station.state() == StationState.PLANNED && !(station.inOrder() && someoneIsAsked)) {
                station.ask(at, today);
                someoneIsAsked = station.inOrder();
            }
        }
    }

    private Optional<Station> releaseStation() {
        return current().stream().filter(it -> it.kind() == StepKind.RELEASE).findFirst();
    }

    private ProcessState moved(ProcessState next) {
        if (!state.leadsTo(next)) {
            throw new IllegalStateException("process %s is %s, not ready to be %s".formatted(id, state, next));
        }
        return next;
    }

    private void requireRunning() {
        if (state != ProcessState.RUNNING) {
            throw new Refusal("workflow.act.not-asked");
        }
    }

    private void requireAsked(Station station) {
        if (state != ProcessState.RUNNING
                || station.round() != round
                || station.state() != StationState.ASKED
                || station.kind() == StepKind.RELEASE) {
            throw new Refusal("workflow.act.not-asked");
        }
    }

    private static void requireReasons(String reasons) {
        if (reasons.isBlank()) {
            throw new Refusal("workflow.act.reasons-missing");
        }
        requireShort(reasons);
    }

    private static void requireShort(String comment) {
        if (comment.length() > LONGEST_COMMENT) {
            throw new Refusal("workflow.act.comment-too-long", LONGEST_COMMENT);
        }
    }

    private void record(
            ActKind kind,
            @Nullable Station station,
            @Nullable OrganizationId office,
            By by,
            String comment,
            String fingerprint,
            Instant at) {
        acts.add(new Act(acts.size() + 1, round, kind, station, office, by, comment.strip(), fingerprint, at));
        registerEvent(new ActRecorded(id, paper, round, kind, office, by.person(), by.onBehalfOf(), fingerprint, at));
    }

    private static boolean same(@Nullable OrganizationId one, @Nullable OrganizationId other) {
        return one == null ? other == null : one.equals(other);
    }

    Station station(StationId which) {
        return stations.stream()
                .filter(it -> it.id().equals(which))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("station " + which));
    }

    /** Stations of the running round, or of the last one; in order. */
    List<Station> current() {
        return stations(it -> it.round() == round);
    }

    private List<Station> stations(Predicate<Station> which) {
        return stations.stream()
                .filter(which)
                .sorted(Comparator.comparingInt(Station::step).thenComparingInt(Station::place))
                .toList();
    }

    /** Offices that were asked at any time, in any round. */
    List<OrganizationId> askedOffices() {
        return stations.stream()
                .filter(it -> it.timesAsked() > 0)
                .map(Station::office)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    List<ActSummary> history() {
        return acts.stream().map(Act::summary).toList();
    }

    /** What somebody wrote when they acted at a station the last time. */
    Optional<ActSummary> lastActAt(StationId station) {
        return acts.reversed().stream()
                .filter(it -> station.equals(it.station()))
                .findFirst()
                .map(Act::summary);
    }

    PaperId paper() {
        return paper;
    }

    BodyId body() {
        return body;
    }

    UUID definition() {
        return definitionId;
    }

    OrganizationId authorOffice() {
        return authorOffice;
    }

    ProcessState state() {
        return state;
    }

    int round() {
        return round;
    }

    boolean hasFinancialEffects() {
        return financialEffects;
    }
}
