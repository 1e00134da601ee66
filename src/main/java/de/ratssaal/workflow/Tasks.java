package de.ratssaal.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.ratssaal.identity.Access;
import de.ratssaal.identity.AccountDirectory;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.organization.BodyId;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.OrganizationSummary;
import de.ratssaal.paper.PaperDesk;
import de.ratssaal.paper.PaperHeading;
import de.ratssaal.paper.PaperId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What waits for whom: read from where each paper is, so that no task is forgotten or left over. */
@Service
@Transactional(readOnly = true)
public class Tasks {

    private static final String JOB = "tasks";

    private final JdbcClient database;
    private final PaperDesk desk;
    private final Councils councils;
    private final StandIns standIns;
    private final AccountDirectory accounts;
    private final OfficeCalendar calendar;
    private final WhoActs who;
    private final Access access;

    Tasks(
            JdbcClient database,
            PaperDesk desk,
            Councils councils,
            StandIns standIns,
            AccountDirectory accounts,
            OfficeCalendar calendar,
            WhoActs who,
            Access access) {
        this.database = database;
        this.desk = desk;
        this.councils = councils;
        this.standIns = standIns;
        this.accounts = accounts;
        this.calendar = calendar;
        this.who = who;
        this.access = access;
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
                .collect(Collectors.toSet());
        var decided = Set.copyOf(who.decided());
        var offices = Set.copyOf(who.offices());
        if (secretariats.isEmpty() && offices.isEmpty()) {
            return List.of();
        }
        return all().stream()
                .filter(it -> switch (it.whose()) {
                    case Whose.HeadOf(var office) -> decided.contains(office);
                    case Whose.Office(var office) -> offices.contains(office);
                    case Whose.Secretariat(var organization) -> secretariats.contains(organization);
                })
                .map(Held::task)
                .toList();
    }

    /**
     * What waits for each person in an office or a secretariat, for the application itself when it writes to them. Nobody
     * whose time as a substitute is over, nobody who has left.
     */
    public Map<PersonId, List<Task>> ofEverybody() {
        access.requireSystem();
        var everybody = new LinkedHashMap<PersonId, List<Task>>();
        var persons = new HashMap<Whose, List<PersonId>>();
        for (var held : all()) {
            persons.computeIfAbsent(held.whose(), it -> persons(it, held.task().body()))
                    .forEach(it -> everybody
                            .computeIfAbsent(it, person -> new ArrayList<>())
                            .add(held.task()));
        }
        everybody.replaceAll((person, tasks) -> tasks.stream().distinct().toList());
        return everybody;
    }

    /** Whether the offices of a body work today. */
    public boolean areOfficesOpen(BodyId body) {
        return calendar.today(body).isWorkingDay();
    }

    private List<PersonId> persons(Whose whose, BodyId body) {
        return switch (whose) {
            case Whose.HeadOf(var office) -> deciding(office, body).toList();
            case Whose.Office(var office) ->
                Stream.concat(deciding(office, body), members(office, body).map(MemberSummary::person))
                        .distinct()
                        .toList();
            case Whose.Secretariat(var organization) -> accounts.holding(Role.SECRETARIAT, organization);
        };
    }

    private Stream<PersonId> deciding(OrganizationId office, BodyId body) {
        return Stream.concat(
                        members(office, body)
                                .filter(it -> it.role() == MembershipRole.OFFICE_HEAD)
                                .map(MemberSummary::person),
                        standIns.substitutesToday(office).stream())
                .distinct();
    }

    private Stream<MemberSummary> members(OrganizationId office, BodyId body) {
        return councils.members(office, calendar.date(body)).stream();
    }

    /** Everything that waits, what waits longest first: two questions to the database, however many papers there are. */
    private List<Held> all() {
        var stations = database.sql("""
                        select s.id, s.times_asked, s.kind, s.automatic, p.paper_id, p.body_id, p.author_office, s.office_id,
                            s.asked_at, s.due, s.remind_before, s.remind_every, s.escalate_after
                        from workflow_station s join workflow_process p on p.id = s.process_id and p.round = s.round
                        where s.state = 'ASKED' and p.state = 'RUNNING' and not s.automatic
                        """).query((row, number) -> station(row)).list();
        var writings = database.sql("""
                        select p.id, p.round, p.state, p.paper_id, p.body_id, p.author_office,
                            (select max(a.at) from workflow_act a where a.process_id = p.id) as since
                        from workflow_process p where p.state in ('DRAFTING', 'RETURNED')
                        """).query((row, number) -> writing(row)).list();
        var waiting = Stream.concat(stations.stream(), writings.stream())
                .sorted(Comparator.comparing(Waiting::since))
                .toList();
        var ids = waiting.stream().map(Waiting::paper).distinct().toList();
        var papers = access.asSystem(JOB, () -> desk.headings(ids));
        var days = new HashMap<BodyId, OfficeDay>();
        return waiting.stream()
                .flatMap(it -> Optional.ofNullable(papers.get(it.paper())).stream()
                        .flatMap(paper -> tasks(it, paper, days.computeIfAbsent(it.body(), calendar::today))))
                .toList();
    }

    /** The task itself, and those of others who are told that it has waited for long. */
    private Stream<Held> tasks(Waiting it, PaperHeading paper, OfficeDay today) {
        var office = it.office();
        var itself =
                new Held(whose(it, paper), task(it, it.key(), it.kind(), office, officeName(office), paper, today));
        var due = it.due();
        if (due == null || !it.reminders().areEscalated(due, today)) {
            return Stream.of(itself);
        }
        var key = key(it.asking() + "/late");
        var secretariat = new Held(
                new Whose.Secretariat(paper.organization()),
                task(it, key, TaskKind.CHASE, null, officeName(office), paper, today));
        return it.author().equals(office) || office == null
                ? Stream.of(itself, secretariat)
                : Stream.of(
                        itself,
                        secretariat,
                        new Held(
                                new Whose.HeadOf(it.author()),
                                task(it, key, TaskKind.CHASE, it.author(), officeName(office), paper, today)));
    }

    private static Whose whose(Waiting it, PaperHeading paper) {
        var office = it.office();
        if (office == null) {
            return new Whose.Secretariat(paper.organization());
        }
        return it.kind() == TaskKind.WRITE || it.kind() == TaskKind.REVISE
                ? new Whose.Office(office)
                : new Whose.HeadOf(office);
    }

    private String officeName(@Nullable OrganizationId office) {
        return office == null ? "" : councils.organization(office).name();
    }

    private Task task(
            Waiting it,
            UUID key,
            TaskKind kind,
            @Nullable OrganizationId office,
            String officeName,
            PaperHeading paper,
            OfficeDay today) {
        var due = it.due();
        return new Task(
                it.body(),
                key,
                kind,
                it.paper(),
                paper.number(),
                paper.type(),
                paper.title(),
                office,
                officeName,
                it.since(),
                due,
                due == null ? 0 : ChronoUnit.DAYS.between(today.date(), due),
                due == null || kind == TaskKind.CHASE
                        ? 0
                        : it.reminders()
                                .latest(
                                        LocalDate.ofInstant(
                                                it.since(),
                                                councils.body(it.body()).zone()),
                                        due,
                                        today));
    }

    private static Waiting station(ResultSet row) throws SQLException {
        return new Waiting(
                row.getObject("id", UUID.class) + "/" + row.getInt("times_asked"),
                TaskKind.valueOf(row.getString("kind")),
                new PaperId(row.getObject("paper_id", UUID.class)),
                new BodyId(row.getObject("body_id", UUID.class)),
                new OrganizationId(row.getObject("author_office", UUID.class)),
                office(row.getObject("office_id", UUID.class)),
                row.getTimestamp("asked_at").toInstant(),
                row.getObject("due", LocalDate.class),
                new Reminders(row.getInt("remind_before"), row.getInt("remind_every"), row.getInt("escalate_after")));
    }

    private static Waiting writing(ResultSet row) throws SQLException {
        var author = new OrganizationId(row.getObject("author_office", UUID.class));
        return new Waiting(
                row.getObject("id", UUID.class) + "/" + row.getInt("round"),
                "RETURNED".equals(row.getString("state")) ? TaskKind.REVISE : TaskKind.WRITE,
                new PaperId(row.getObject("paper_id", UUID.class)),
                new BodyId(row.getObject("body_id", UUID.class)),
                author,
                author,
                row.getTimestamp("since").toInstant(),
                null,
                Reminders.NONE);
    }

    private static UUID key(String asking) {
        return UUID.nameUUIDFromBytes(asking.getBytes(UTF_8));
    }

    private static @Nullable OrganizationId office(@Nullable UUID id) {
        return id == null ? null : new OrganizationId(id);
    }

    /** Who has a task. */
    private sealed interface Whose {

        /** Whoever heads an office on the day, or stands in. */
        record HeadOf(OrganizationId office) implements Whose {}

        /** Everybody in an office. */
        record Office(OrganizationId office) implements Whose {}

        record Secretariat(OrganizationId organization) implements Whose {}
    }

    private record Held(Whose whose, Task task) {}

    /** @param asking names the very asking */
    private record Waiting(
            String asking,
            TaskKind kind,
            PaperId paper,
            BodyId body,
            OrganizationId author,
            @Nullable OrganizationId office,
            Instant since,
            @Nullable LocalDate due,
            Reminders reminders) {

        UUID key() {
            return Tasks.key(asking);
        }
    }
}
