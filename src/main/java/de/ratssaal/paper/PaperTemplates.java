package de.ratssaal.paper;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.Role;
import de.ratssaal.organization.BodyId;
import de.ratssaal.organization.Councils;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator does with the templates of a body's kinds of papers. Every version is kept. */
@Service
@Transactional
public class PaperTemplates {

    private static final String BEGINNING = "Ratssaal";

    private final JdbcClient database;
    private final PaperCounter counter;
    private final Councils councils;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PaperTemplates(
            JdbcClient database,
            PaperCounter counter,
            Councils councils,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.counter = counter;
        this.councils = councils;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /** The template with which papers of the kind are begun now. For everybody. */
    @Transactional(readOnly = true)
    public PaperTemplate current(BodyId body, PaperType type) {
        return latest(body, type).orElseGet(() -> preset(body, type));
    }

    /** A version of a template, as papers keep it. */
    @Transactional(readOnly = true)
    public PaperTemplate version(BodyId body, PaperType type, int version) {
        if (version == 0) {
            return new PaperTemplate(body, type, 0, TemplatePresets.FORMER, BEGINNING, Instant.EPOCH);
        }
        return database.sql("select * from paper_template where body_id = ? and type = ? and version = ?")
                .params(body.value(), type.name(), version)
                .query((row, at) -> template(row))
                .optional()
                .orElseGet(() -> preset(body, type));
    }

    /** The number that the next paper would get by these rules. */
    @Transactional(readOnly = true)
    public PaperNumber nextNumber(BodyId body, Numbering numbering) {
        access.requireAnywhere(Role.ADMINISTRATOR);
        return counter.preview(body, year(body), numbering);
    }

    /**
     * Makes a new version. Papers that were begun keep theirs.
     *
     * @param seen version that was changed
     * @throws Refusal if somebody else made one meanwhile, or numbers could not be told apart
     */
    public PaperTemplate change(BodyId body, PaperType type, int seen, TemplateDesign design) {
        access.requireAnywhere(Role.ADMINISTRATOR);
        lock(body);
        var before = keep(body, type);
        if (before.version() != seen) {
            throw new Refusal("paper.template.overtaken", before.changedBy());
        }
        if (design.equals(before.design())) {
            return before;
        }
        requireUniqueNumbers(body, type, design.numbering());
        var now = clock.instant();
        var name = access.signedIn().map(it -> it.name()).orElse("system");
        var after = new PaperTemplate(body, type, before.version() + 1, design, name, now);
        insert(after);
        events.publishEvent(new TemplateChanged(body, type, after.version(), now));
        return after;
    }

    /** For the one who begins a paper: what it is begun with stays as it is, whatever presets become. */
    PaperTemplate keep(BodyId body, PaperType type) {
        return latest(body, type).orElseGet(() -> {
            insert(preset(body, type));
            return latest(body, type).orElseThrow();
        });
    }

    private void requireUniqueNumbers(BodyId body, PaperType type, Numbering numbering) {
        Arrays.stream(PaperType.values())
                .filter(it -> it != type)
                .map(it -> current(body, it).design())
                .filter(it -> it.numbering().isConfusedWith(numbering))
                .findFirst()
                .ifPresent(it -> {
                    throw new Refusal("paper.template.numbers-confused", it.name());
                });
        var next = counter.preview(body, year(body), numbering);
        if (counter.isTaken(body, next)) {
            throw new Refusal("paper.template.number-taken", next.toString());
        }
    }

    private Optional<PaperTemplate> latest(BodyId body, PaperType type) {
        return database.sql("""
                        select * from paper_template where body_id = ? and type = ? order by version desc limit 1
                        """)
                .params(body.value(), type.name())
                .query((row, at) -> template(row))
                .optional();
    }

    private void insert(PaperTemplate template) {
        database.sql("""
                        insert into paper_template (body_id, type, version, design, changed_by, changed_at)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(
                        template.body().value(),
                        template.type().name(),
                        template.version(),
                        template.design().serialise(),
                        template.changedBy(),
                        Timestamp.from(template.changedAt()))
                .update();
    }

    private void lock(BodyId body) {
        database.sql("select pg_advisory_xact_lock(hashtext('paper_template'), hashtext(?))")
                .param(body.value().toString())
                .query((row, at) -> true)
                .single();
    }

    private int year(BodyId body) {
        return clock.instant().atZone(councils.body(body).zone()).getYear();
    }

    private static PaperTemplate preset(BodyId body, PaperType type) {
        return new PaperTemplate(body, type, 1, TemplatePresets.of(type), BEGINNING, Instant.EPOCH);
    }

    private static PaperTemplate template(ResultSet row) throws SQLException {
        return new PaperTemplate(
                new BodyId(row.getObject("body_id", UUID.class)),
                PaperType.valueOf(row.getString("type")),
                row.getInt("version"),
                TemplateDesign.parse(row.getString("design")),
                row.getString("changed_by"),
                row.getTimestamp("changed_at").toInstant());
    }
}
