package de.ratssaal.workflow;

import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.Role;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.OrganizationSummary;
import de.ratssaal.paper.PaperDesk;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperInHand;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where papers are on their way. Only who takes part is shown it: what offices say to each other is not for councillors. */
@Service
@Transactional(readOnly = true)
public class ProcessBoard {

    private final PaperProcessRepository processes;
    private final ProcessDefinitions definitions;
    private final PaperDesk desk;
    private final Councils councils;
    private final StandIns standIns;
    private final WhoActs who;
    private final Access access;
    private final OfficeCalendar calendar;

    ProcessBoard(
            PaperProcessRepository processes,
            ProcessDefinitions definitions,
            PaperDesk desk,
            Councils councils,
            StandIns standIns,
            WhoActs who,
            Access access,
            OfficeCalendar calendar) {
        this.processes = processes;
        this.definitions = definitions;
        this.desk = desk;
        this.councils = councils;
        this.standIns = standIns;
        this.who = who;
        this.access = access;
        this.calendar = calendar;
    }

    /**
     * The ways of a paper that whoever asks takes part in, the latest first; once they are over, with the paper as it was
     * released.
     */
    public List<ProcessPicture> find(PaperId id) {
        return desk.find(id)
                .or(() -> desk.released(id))
                .map(paper -> processes.findAll(id).stream()
                        .filter(it -> takesPart(it, paper))
                        .map(it -> picture(it, paper))
                        .toList())
                .orElse(List.of());
    }

    /** What there is to know for whoever may begin the way of a paper; nothing for others, and while it is on its way. */
    public Optional<ProcessStart> start(PaperId id) {
        return desk.find(id)
                .filter(it -> it.mayWrite() && it.awaitsRelease())
                .filter(it -> processes.findRunning(id).isEmpty())
                .flatMap(paper -> definitions
                        .inForce(paper.body(), paper.content().type())
                        .map(it -> new ProcessStart(paper, it.design(), nameable(paper))))
                .filter(it -> !it.offices().isEmpty());
    }

    /** Offices of the paper's body that can be asked. */
    public List<OrganizationSummary> offices(PaperInHand paper) {
        return councils.organizations(paper.body()).stream()
                .filter(it -> it.classification() == Classification.OFFICE)
                .toList();
    }

    private List<OrganizationSummary> nameable(PaperInHand paper) {
        var prepares = access.has(paper.organization(), Role.SECRETARIAT);
        var own = who.offices();
        return offices(paper).stream()
                .filter(it -> prepares || own.contains(it.id()))
                .filter(it -> paper.author().organization() == null
                        || it.id().equals(paper.author().organization()))
                .toList();
    }

    private boolean takesPart(PaperProcess process, PaperInHand paper) {
        var own = who.offices();
        return access.has(paper.organization(), Role.SECRETARIAT)
                || own.contains(process.authorOffice())
                || process.askedOffices().stream().anyMatch(own::contains);
    }

    private ProcessPicture picture(PaperProcess process, PaperInHand paper) {
        var body = councils.body(process.body());
        var today = calendar.today(process.body());
        var definition = definitions.byId(process.definition());
        var prepares = access.has(paper.organization(), Role.SECRETARIAT);
        var authors = prepares || who.isIn(process.authorOffice());
        var byStep = new TreeMap<Integer, List<Station>>();
        process.current()
                .forEach(it -> byStep.computeIfAbsent(it.step(), step -> new ArrayList<>())
                        .add(it));
        var steps = byStep.values().stream()
                .map(it -> new StepPicture(
                        it.getFirst().name(),
                        it.getFirst().kind(),
                        it.getFirst().inOrder(),
                        it.getFirst().isAutomatic(),
                        it.stream()
                                .map(station -> picture(process, station, paper, today, prepares))
                                .toList()))
                .toList();
        return new ProcessPicture(
                paper,
                process.state(),
                definition.version(),
                process.round(),
                process.authorOffice(),
                councils.organization(process.authorOffice()).name(),
                body.zone(),
                steps,
                process.history(),
                definition.design(),
                process.hasFinancialEffects(),
                process.state().isWithAuthor() && authors && paper.mayWrite() && paper.awaitsRelease(),
                process.state() == ProcessState.RUNNING && authors);
    }

    private StationPicture picture(
            PaperProcess process, Station station, PaperInHand paper, OfficeDay today, boolean prepares) {
        var office = station.office();
        var isAsked = station.state() == StationState.ASKED;
        var due = station.due();
        return new StationPicture(
                station.id(),
                office,
                office == null ? "" : councils.organization(office).name(),
                office == null ? null : head(office, today.date()),
                office == null
                        ? null
                        : standIns.substitutesToday(office).stream()
                                .findFirst()
                                .map(councils::nameOf)
                                .orElse(null),
                station.state(),
                station.askedAt(),
                due,
                done(process, station),
                process.state() == ProcessState.RUNNING
                        && station.state() == StationState.DONE
                        && !station.holdsFor(paper.fingerprint()),
                station.isKept(),
                isAsked && due != null && due.isBefore(today.date()),
                station.timesReminded(today),
                station.isEscalated(today),
                isAsked && office != null && who.decidingFor(office).isPresent(),
                isAsked && prepares && station.mayBePassedOver());
    }

    /** What was done at a station; where the signature of an earlier round is kept, that. */
    private static @Nullable ActSummary done(PaperProcess process, Station station) {
        if (station.isOpen()) {
            return null;
        }
        if (station.isKept()) {
            return process.history().reversed().stream()
                    .filter(it -> it.kind() == ActKind.CO_SIGNED || it.kind() == ActKind.APPROVED)
                    .filter(it -> it.office() != null && it.office().equals(station.office()))
                    .findFirst()
                    .orElse(null);
        }
        return process.lastActAt(station.id()).orElse(null);
    }

    private @Nullable String head(OrganizationId office, LocalDate today) {
        return councils.members(office, today).stream()
                .filter(it -> it.role() == MembershipRole.OFFICE_HEAD)
                .findFirst()
                .map(MemberSummary::name)
                .orElse(null);
    }

    /** Names of offices that stand in a history. */
    public Map<OrganizationId, String> officeNames(ProcessPicture process) {
        return process.history().stream()
                .map(ActSummary::office)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.toMap(
                        it -> it, it -> councils.organization(it).name()));
    }
}
