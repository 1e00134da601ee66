package de.ratssaal.workflow;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.Role;
import de.ratssaal.identity.SignedIn;
import de.ratssaal.organization.BodyId;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MembershipRole;
import de.ratssaal.organization.OrganizationSummary;
import de.ratssaal.paper.PaperType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator lays down for papers of each kind. Every version is kept; the latest holds for papers that begin. */
@Service
@Transactional
public class ProcessDefinitions {

    private final JdbcClient database;
    private final Councils councils;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProcessDefinitions(
            JdbcClient database, Councils councils, Access access, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.councils = councils;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /** The latest version, as it is laid down; none if there never was one. */
    @Transactional(readOnly = true)
    public Optional<ProcessDefinition> latest(BodyId body, PaperType type) {
        access.requireAnywhere(Role.ADMINISTRATOR);
        return newest(body, type);
    }

    /** All versions, the latest first. */
    @Transactional(readOnly = true)
    public List<ProcessDefinition> versions(BodyId body, PaperType type) {
        access.requireAnywhere(Role.ADMINISTRATOR);
        return database.sql(
                        "select * from workflow_definition where body_id = ? and paper_type = ? order by version desc")
                .params(body.value(), type.name())
                .query((row, number) -> definition(row))
                .list();
    }

    /** Offices that a process can name. */
    @Transactional(readOnly = true)
    public List<OrganizationSummary> offices(BodyId body) {
        return councils.organizations(body).stream()
                .filter(it -> it.classification() == Classification.OFFICE)
                .toList();
    }

    /** Why a process cannot be laid down like this; nothing if it can. */
    @Transactional(readOnly = true)
    public List<Refusal> problems(BodyId body, ProcessDesign design) {
        var offices = offices(body).stream().map(OrganizationSummary::id).toList();
        var today = LocalDate.ofInstant(clock.instant(), councils.body(body).zone());
        return design.problems(office -> offices.contains(office) && isHeaded(office, today));
    }

    private boolean isHeaded(OrganizationId office, LocalDate today) {
        return councils.members(office, today).stream().anyMatch(it -> it.role() == MembershipRole.OFFICE_HEAD);
    }

    /**
     * Lays a process down. Papers that are on their way go on by the version with which they began.
     *
     * @param seen version that was changed; 0 if there was none
     * @return the new version
     * @throws Refusal if it cannot be, or somebody else laid down another one meanwhile
     */
    public int lay(BodyId body, PaperType type, int seen, ProcessDesign design) {
        access.requireAnywhere(Role.ADMINISTRATOR);
        var before = newest(body, type);
        if (before.map(ProcessDefinition::version).orElse(0) != seen) {
            throw new Refusal("workflow.design.overtaken");
        }
        if (before.map(it -> it.design().equals(design)).orElse(design.isNone())) {
            return seen;
        }
        problems(body, design).stream().findFirst().ifPresent(it -> {
            throw it;
        });
        var id = UUID.randomUUID();
        var now = clock.instant();
        try {
            database.sql("""
                            insert into workflow_definition (id, body_id, paper_type, version, design, defined_by, defined_at)
                            values (?, ?, ?, ?, ?, ?, ?)
                            """)
                    .params(
                            id,
                            body.value(),
                            type.name(),
                            seen + 1,
                            design.serialise(),
                            access.signedIn().map(SignedIn::name).orElse("system"),
                            now.atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException e) {
            throw (Refusal) new Refusal("workflow.design.overtaken").initCause(e);
        }
        events.publishEvent(
                new ProcessDefined(id, body, type, seen + 1, design.steps().size(), now));
        return seen + 1;
    }

    /** The process by which a paper of this kind goes that begins now; none if there is none. */
    Optional<ProcessDefinition> inForce(BodyId body, PaperType type) {
        return newest(body, type).filter(it -> !it.design().isNone());
    }

    ProcessDefinition byId(UUID id) {
        return database.sql("select * from workflow_definition where id = ?")
                .param(id)
                .query((row, number) -> definition(row))
                .single();
    }

    private Optional<ProcessDefinition> newest(BodyId body, PaperType type) {
        return database.sql("""
                        select * from workflow_definition where body_id = ? and paper_type = ?
                        order by version desc limit 1
                        """)
                .params(body.value(), type.name())
                .query((row, number) -> definition(row))
                .optional();
    }

    private static ProcessDefinition definition(ResultSet row) throws SQLException {
        return new ProcessDefinition(
                row.getObject("id", UUID.class),
                new BodyId(row.getObject("body_id", UUID.class)),
                PaperType.valueOf(row.getString("paper_type")),
                row.getInt("version"),
                ProcessDesign.parse(row.getString("design")),
                row.getString("defined_by"),
                row.getTimestamp("defined_at").toInstant());
    }
}
