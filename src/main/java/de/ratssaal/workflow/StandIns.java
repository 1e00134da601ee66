package de.ratssaal.workflow;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.OrganizationSummary;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who stands in for heads of offices while they are absent (Vertretung). The head says it, or an administrator when the head
 * cannot.
 */
@Service
@Transactional
public class StandIns {

    private final JdbcClient database;
    private final Councils councils;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    StandIns(JdbcClient database, Councils councils, Access access, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.councils = councils;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param lastDay counts
     * @throws Refusal if the time is over, nobody heads the office, the substitute does not work in an office of the body, or
     *     somebody stands in at that time already
     */
    public StandInId name(OrganizationId office, PersonId substitute, LocalDate firstDay, LocalDate lastDay) {
        access.require(office, Role.OFFICE_HEAD, Role.ADMINISTRATOR);
        var today = today(office);
        if (lastDay.isBefore(firstDay) || firstDay.isBefore(today)) {
            throw new Refusal("workflow.stand-in.days-wrong");
        }
        var head = councils.members(office, today).stream()
                .filter(it -> it.role() == MembershipRole.OFFICE_HEAD)
                .findFirst()
                .orElseThrow(() -> new Refusal("workflow.stand-in.no-head"));
        if (head.person().equals(substitute)) {
            throw new Refusal("workflow.stand-in.not-oneself");
        }
        if (candidates(office).stream().noneMatch(it -> it.person().equals(substitute))) {
            throw new Refusal("workflow.stand-in.not-in-an-office");
        }
        var id = StandInId.next();
        try {
            database.sql("""
                            insert into workflow_stand_in (id, office_id, principal_id, substitute_id, first_day, last_day,
                                named_by, named_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            id.value(),
                            office.value(),
                            head.person().value(),
                            substitute.value(),
                            firstDay,
                            lastDay,
                            access.signedIn().map(SignedIn::name).orElse("system"),
                            clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw (Refusal) new Refusal("workflow.stand-in.taken").initCause(e);
        }
        events.publishEvent(new StandInNamed(new StandIn(id, office, head.person(), substitute, firstDay, lastDay)));
        return id;
    }

    /** Ends it at once: from this moment on the substitute sees and may do nothing more. Again it changes nothing. */
    public void end(StandInId id) {
        var standIn = database.sql("select * from workflow_stand_in where id = ? for update")
                .param(id.value())
                .query((row, number) -> standIn(row))
                .optional()
                .orElseThrow(() -> new NoSuchElementException("stand-in " + id));
        access.require(standIn.office(), Role.OFFICE_HEAD, Role.ADMINISTRATOR);
        var yesterday = today(standIn.office()).minusDays(1);
        if (standIn.lastDay().isAfter(yesterday)) {
            var last =
                    yesterday.isBefore(standIn.firstDay()) ? standIn.firstDay().minusDays(1) : yesterday;
            database.sql("update workflow_stand_in set last_day = ? where id = ?")
                    .params(last, id.value())
                    .update();
            events.publishEvent(new StandInEnded(new StandIn(
                    id, standIn.office(), standIn.principal(), standIn.substitute(), standIn.firstDay(), last)));
        }
    }

    /** Times of an office that run or are to come, in order. For its head and administrators. */
    @Transactional(readOnly = true)
    public List<StandIn> of(OrganizationId office) {
        access.require(office, Role.OFFICE_HEAD, Role.ADMINISTRATOR);
        return database.sql("""
                        select * from workflow_stand_in
                        where office_id = ? and last_day >= ? and last_day >= first_day order by first_day
                        """)
                .params(office.value(), today(office))
                .query((row, number) -> standIn(row))
                .list();
    }

    /** Everybody in the offices of the same body, but for the head, by name. For the head and administrators. */
    @Transactional(readOnly = true)
    public List<MemberSummary> candidates(OrganizationId office) {
        access.require(office, Role.OFFICE_HEAD, Role.ADMINISTRATOR);
        var today = today(office);
        var all = councils.organizations(councils.organization(office).body()).stream()
                .filter(it -> it.classification() == Classification.OFFICE)
                .flatMap(it -> councils.members(it.id(), today).stream())
                .toList();
        return all.stream()
                .filter(it -> councils.member(office, it.person(), today)
                        .filter(member -> member.role() == MembershipRole.OFFICE_HEAD)
                        .isEmpty())
                .sorted(Comparator.comparing(MemberSummary::sortName))
                .collect(Collectors.toMap(MemberSummary::person, it -> it, (one, other) -> one, LinkedHashMap::new))
                .values()
                .stream()
                .toList();
    }

    /** Offices that whoever acts heads. */
    @Transactional(readOnly = true)
    public List<OrganizationSummary> headed() {
        return councils.bodies().stream()
                .flatMap(it -> councils.organizations(it.id()).stream())
                .filter(it -> it.classification() == Classification.OFFICE)
                .filter(it -> !access.isSystem() && access.has(it.id(), Role.OFFICE_HEAD))
                .toList();
    }

    /**
     * Times of a person that run today, while the head for whom they stand in still heads the office and they themselves
     * still work in an office of the same body.
     */
    List<StandIn> runningOf(PersonId substitute) {
        return database
                .sql("select * from workflow_stand_in where substitute_id = ? and last_day >= first_day")
                .param(substitute.value())
                .query((row, number) -> standIn(row))
                .list()
                .stream()
                .filter(it -> {
                    var today = today(it.office());
                    return it.holdsOn(today)
                            && councils.member(it.office(), it.principal(), today)
                                    .filter(head -> head.role() == MembershipRole.OFFICE_HEAD)
                                    .isPresent()
                            && worksBeside(substitute, it.office(), today);
                })
                .toList();
    }

    private boolean worksBeside(PersonId person, OrganizationId office, LocalDate today) {
        var body = councils.organization(office).body();
        return councils.organizationsOf(person, today).stream()
                .anyMatch(it -> it.classification() == Classification.OFFICE
                        && it.body().equals(body));
    }

    /** Who stands in for the head of an office today. */
    List<PersonId> substitutesToday(OrganizationId office) {
        return database
                .sql("select * from workflow_stand_in where office_id = ? and last_day >= first_day")
                .param(office.value())
                .query((row, number) -> standIn(row))
                .list()
                .stream()
                .map(StandIn::substitute)
                .filter(it -> runningOf(it).stream()
                        .anyMatch(running -> running.office().equals(office)))
                .distinct()
                .toList();
    }

    private LocalDate today(OrganizationId office) {
        return LocalDate.ofInstant(
                clock.instant(),
                councils.body(councils.organization(office).body()).zone());
    }

    private static StandIn standIn(ResultSet row) throws SQLException {
        return new StandIn(
                new StandInId(row.getObject("id", UUID.class)),
                new OrganizationId(row.getObject("office_id", UUID.class)),
                new PersonId(row.getObject("principal_id", UUID.class)),
                new PersonId(row.getObject("substitute_id", UUID.class)),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class));
    }
}
