package de.ratssaal.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.organization.BodyId;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.OrganizationSummary;
import de.ratssaal.paper.PaperDesk;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperInHand;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What waits for whom: read from where each paper is, so that no task is forgotten or left over. */
@Service
@Transactional(readOnly = true)
public class Tasks {

    private final JdbcClient database;
    private final PaperDesk desk;
    private final Councils councils;
    private final StandIns standIns;
    private final WhoActs who;
    private final Access access;
    private final Clock clock;

    Tasks(
            JdbcClient database,
            PaperDesk desk,
            Councils councils,
            StandIns standIns,
            WhoActs who,
            Access access,
            Clock clock) {
        this.database = database;
        this.desk = desk;
        this.councils = councils;
        this.standIns = standIns;
        this.who = who;
        this.access = access;
        this.clock = clock;
    }

    /** What waits for whoever is signed in, what waits longest first. */
    public List<Task> mine() {
        if (access.signedIn().isEmpty()) {
            return List.of();
        }
        var secretariats = councils.bodies().stream()
                .flatMap(it -> councils.organizations(it.id()).stream())
                .map(OrganizationSummary::id)
                .filter(it -> access.has(it, Role.SECRETARIAT))
                .toList();
        return of(who.decided(), who.offices(), secretariats);
    }

    /**
     * What waits for each person in an office, for the application itself when it writes to them. Nobody whose time as a
     * substitute is over, nobody who has left.
     */
    public Map<PersonId, List<Task>> ofEverybody() {
        access.requireSystem();
        var everybody = new LinkedHashMap<PersonId, List<Task>>();
        for (var body : councils.bodies()) {
            var today = LocalDate.ofInstant(clock.instant(), body.zone());
            for (var office : councils.organizations(body.id())) {
                if (office.classification() == Classification.OFFICE) {
                    ofOffice(office.id(), today, everybody);
                }
            }
        }
        everybody.replaceAll((person, tasks) -> sorted(tasks.stream().distinct()));
        return everybody;
    }

    private void ofOffice(OrganizationId office, LocalDate today, Map<PersonId, List<Task>> everybody) {
        var decisions = of(List.of(office), List.of(), List.of());
        var writing = of(List.of(), List.of(office), List.of());
        if (decisions.isEmpty() && writing.isEmpty()) {
            return;
        }
        var members = councils.members(office, today);
        var deciding = Stream.concat(
                        members.stream()
                                .filter(it -> it.role() == MembershipRole.OFFICE_HEAD)
                                .map(MemberSummary::person),
                        standIns.substitutesToday(office).stream())
                .distinct()
                .toList();
        deciding.forEach(it -> add(it, decisions, everybody));
        Stream.concat(deciding.stream(), members.stream().map(MemberSummary::person))
                .distinct()
                .forEach(it -> add(it, writing, everybody));
    }

    private static void add(PersonId person, List<Task> tasks, Map<PersonId, List<Task>> everybody) {
        if (!tasks.isEmpty()) {
            everybody.computeIfAbsent(person, it -> new ArrayList<>()).addAll(tasks);
        }
    }

    private List<Task> of(
            List<OrganizationId> deciding, List<OrganizationId> writing, List<OrganizationId> secretariats) {
        var waiting = new ArrayList<Waiting>();
        if (!deciding.isEmpty()) {
            waiting.addAll(database.sql("""
                            select s.id, s.times_asked, s.kind, p.paper_id, p.body_id, s.office_id, s.asked_at, s.due
                            from workflow_station s join workflow_process p on p.id = s.process_id
                            where s.state = 'ASKED' and p.state = 'RUNNING' and s.office_id = any(?)
                            """)
                    .param(ids(deciding))
                    .query((row, number) -> station(row))
                    .list());
        }
        if (!secretariats.isEmpty()) {
            waiting.addAll(
                    database.sql("""
                            select s.id, s.times_asked, s.kind, p.paper_id, p.body_id, s.office_id, s.asked_at, s.due
                            from workflow_station s join workflow_process p on p.id = s.process_id
                            where s.state = 'ASKED' and p.state = 'RUNNING' and s.office_id is null and not s.automatic
                            """).query((row, number) -> station(row)).list());
        }
        if (!writing.isEmpty()) {
            waiting.addAll(database.sql("""
                            select p.id, p.round, p.state, p.paper_id, p.body_id, p.author_office,
                                (select max(a.at) from workflow_act a where a.process_id = p.id) as since
                            from workflow_process p
                            where p.state in ('DRAFTING', 'RETURNED') and p.author_office = any(?)
                            """)
                    .param(ids(writing))
                    .query((row, number) -> writing(row))
                    .list());
        }
        return sorted(waiting.stream().flatMap(it -> task(it, secretariats).stream()));
    }

    private static List<Task> sorted(Stream<Task> tasks) {
        return tasks.sorted(Comparator.comparing(Task::since)).toList();
    }

    private Optional<Task> task(Waiting waiting, List<OrganizationId> secretariats) {
        var office = waiting.office();
        return access.asSystem("tasks", () -> desk.find(waiting.paper()))
                .filter(it -> office != null || secretariats.contains(it.organization()))
                .map(paper -> task(waiting, paper, office));
    }

    private Task task(Waiting waiting, PaperInHand paper, @Nullable OrganizationId office) {
        var due = waiting.due();
        var today = LocalDate.ofInstant(
                clock.instant(), councils.body(waiting.body()).zone());
        return new Task(
                waiting.key(),
                waiting.kind(),
                paper.id(),
                paper.number(),
                paper.content().type(),
                paper.content().title(),
                office,
                office == null ? "" : councils.organization(office).name(),
                waiting.since(),
                due,
                due == null ? 0 : ChronoUnit.DAYS.between(today, due));
    }

    private static Waiting station(ResultSet row) throws SQLException {
        return new Waiting(
                key(row.getObject("id", UUID.class) + "/" + row.getInt("times_asked")),
                TaskKind.valueOf(row.getString("kind")),
                new PaperId(row.getObject("paper_id", UUID.class)),
                new BodyId(row.getObject("body_id", UUID.class)),
                office(row.getObject("office_id", UUID.class)),
                row.getTimestamp("asked_at").toInstant(),
                row.getObject("due", LocalDate.class));
    }

    private static Waiting writing(ResultSet row) throws SQLException {
        return new Waiting(
                key(row.getObject("id", UUID.class) + "/" + row.getInt("round")),
                "RETURNED".equals(row.getString("state")) ? TaskKind.REVISE : TaskKind.WRITE,
                new PaperId(row.getObject("paper_id", UUID.class)),
                new BodyId(row.getObject("body_id", UUID.class)),
                office(row.getObject("author_office", UUID.class)),
                row.getTimestamp("since").toInstant(),
                null);
    }

    private static UUID key(String asking) {
        return UUID.nameUUIDFromBytes(asking.getBytes(UTF_8));
    }

    private static @Nullable OrganizationId office(@Nullable UUID id) {
        return id == null ? null : new OrganizationId(id);
    }

    private static UUID[] ids(List<OrganizationId> offices) {
        return offices.stream().map(OrganizationId::value).toArray(UUID[]::new);
    }

    private record Waiting(
            UUID key,
            TaskKind kind,
            PaperId paper,
            BodyId body,
            @Nullable OrganizationId office,
            Instant since,
            @Nullable LocalDate due) {}
}
