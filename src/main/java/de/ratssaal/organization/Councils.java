package de.ratssaal.organization;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.CouncilMemory.Answers;
import de.ratssaal.organization.CouncilMemory.OrganizationDay;
import de.ratssaal.rules.Preset;
import de.ratssaal.rules.RulesOfProcedure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who belongs to which organization, when, and by which rules it meets. Names and memberships are public. */
@Service
public class Councils {

    /** Topic of the notices that something here changed. */
    public static final String CHANGES = "organization";

    private final JdbcClient database;
    private final CouncilMemory memory;
    private final Clock clock;

    Councils(JdbcClient database, CouncilMemory memory, Clock clock) {
        this.database = database;
        this.memory = memory;
        this.clock = clock;
    }

    /** All municipalities, by name. */
    public List<BodySummary> bodies() {
        return database
                .sql("select id, name, short_name, zone, contact from organization_body")
                .query((row, number) -> body(row))
                .list()
                .stream()
                .sorted(Comparator.comparing(BodySummary::name, byLetter()))
                .toList();
    }

    /** @throws NoSuchElementException if there is none */
    public BodySummary body(BodyId id) {
        return memory.recall(
                Answers::bodies,
                id,
                asked -> database.sql("select id, name, short_name, zone, contact from organization_body where id = ?")
                        .param(asked.value())
                        .query((row, number) -> body(row))
                        .optional()
                        .orElseThrow(() -> new NoSuchElementException("body " + asked)));
    }

    /** The Land in which a body lies. */
    public Land landOf(BodyId id) {
        return database.sql("select land from organization_body where id = ?")
                .param(id.value())
                .query((row, number) -> Land.valueOf(row.getString("land")))
                .optional()
                .orElseThrow(() -> new NoSuchElementException("body " + id));
    }

    /** The term of office in which a day lies. */
    public Optional<LegislativeTerm> term(BodyId body, LocalDate day) {
        return database.sql("""
                        select id, name, first_day, last_day from organization_term
                        where body_id = ? and daterange(first_day, last_day, '[]') @> ?
                        """)
                .params(body.value(), day)
                .query((row, number) -> term(body, row))
                .optional();
    }

    /** All terms of office of a body, the latest first. */
    public List<LegislativeTerm> terms(BodyId body) {
        return database.sql("""
                        select id, name, first_day, last_day from organization_term
                        where body_id = ? order by first_day desc
                        """)
                .param(body.value())
                .query((row, number) -> term(body, row))
                .list();
    }

    /** All organizations of a body that exist today, councils first, then by name. */
    public List<OrganizationSummary> organizations(BodyId body) {
        return database
                .sql("""
                        select * from organization_organization
                        where body_id = ? and (last_day is null or last_day >= ?)
                        """)
                .params(body.value(), today(body))
                .query((row, number) -> organization(row))
                .list()
                .stream()
                .sorted(councilsFirst())
                .toList();
    }

    /** @throws NoSuchElementException if there is none */
    public OrganizationSummary organization(OrganizationId id) {
        return memory.recall(
                Answers::organizations,
                id,
                asked -> database.sql("select * from organization_organization where id = ?")
                        .param(asked.value())
                        .query((row, number) -> organization(row))
                        .optional()
                        .orElseThrow(() -> new NoSuchElementException("organization " + asked)));
    }

    /** Everybody with a membership on that day, sorted by name. */
    public List<MemberSummary> members(OrganizationId organization, LocalDate day) {
        return memory.recall(Answers::members, new OrganizationDay(organization, day), this::readMembers);
    }

    private List<MemberSummary> readMembers(OrganizationDay asked) {
        return database
                .sql("""
                        select p.id, p.title, p.given_name, p.family_name, m.role, m.votes, m.stands_in_for, m.seat, m.weight,
                            g.id as group_id, g.short_name as group_short_name, g.color as group_color
                        from organization_membership m
                        join organization_person p on p.id = m.person_id
                        left join organization_membership gm on gm.person_id = m.person_id and gm.body_id = m.body_id
                            and gm.classification = 'POLITICAL_GROUP'
                            and daterange(gm.first_day, gm.last_day, '[]') @> :day
                        left join organization_organization g on g.id = gm.organization_id
                        where m.organization_id = :organization
                            and daterange(m.first_day, m.last_day, '[]') @> :day
                        """)
                .param("organization", asked.organization().value())
                .param("day", asked.day())
                .query((row, number) -> new Named(PersonName.read(row), member(row)))
                .list()
                .stream()
                .sorted(Comparator.comparing(Named::name, PersonName.alphabetically()))
                .map(Named::member)
                .toList();
    }

    /** The membership of one person on that day. */
    public Optional<MemberSummary> member(OrganizationId organization, PersonId person, LocalDate day) {
        return members(organization, day).stream()
                .filter(it -> it.person().equals(person))
                .findFirst();
    }

    /** Organizations in which the person has a membership on that day. */
    public List<OrganizationSummary> organizationsOf(PersonId person, LocalDate day) {
        return heldBy(person).stream()
                .filter(it -> it.holdsOn(day))
                .map(it -> organization(it.organization()))
                .sorted(councilsFirst())
                .toList();
    }

    /** Organizations in which the person has a membership today, by the day of each one's municipality. */
    public List<OrganizationSummary> organizationsOf(PersonId person) {
        var now = clock.instant();
        return heldBy(person).stream()
                .filter(it -> it.holdsOn(LocalDate.ofInstant(now, it.zone())))
                .map(it -> organization(it.organization()))
                .sorted(councilsFirst())
                .toList();
    }

    /** All memberships of a person, past and future ones too; in the council first. */
    public List<MembershipSummary> memberships(PersonId person) {
        return heldBy(person).stream()
                .map(it -> new MembershipSummary(
                        it.id(),
                        organization(it.organization()),
                        it.role(),
                        it.votes(),
                        it.standsInFor(),
                        it.seat(),
                        it.firstDay(),
                        it.lastDay(),
                        it.weight()))
                .sorted(Comparator.comparing(MembershipSummary::organization, councilsFirst())
                        .thenComparing(MembershipSummary::firstDay))
                .toList();
    }

    List<HeldMembership> heldBy(PersonId person) {
        return memory.recall(
                Answers::held,
                person,
                asked -> database.sql("""
                                select m.id, m.organization_id, b.zone, m.role, m.votes, m.stands_in_for, m.seat,
                                    m.first_day, m.last_day, m.weight
                                from organization_membership m join organization_body b on b.id = m.body_id
                                where m.person_id = ?
                                """)
                        .param(asked.value())
                        .query((row, number) -> held(row))
                        .list());
    }

    private static HeldMembership held(ResultSet row) throws SQLException {
        return new HeldMembership(
                new MembershipId(row.getObject("id", UUID.class)),
                new OrganizationId(row.getObject("organization_id", UUID.class)),
                ZoneId.of(row.getString("zone")),
                MembershipRole.valueOf(row.getString("role")),
                row.getBoolean("votes"),
                person(row.getObject("stands_in_for", UUID.class)),
                row.getInt("seat"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getInt("weight"));
    }

    private static @Nullable PersonId person(@Nullable UUID id) {
        return id == null ? null : new PersonId(id);
    }

    /**
     * Full name of a person, as shown.
     *
     * @throws NoSuchElementException if there is no such person
     */
    public String nameOf(PersonId person) {
        return memory.recall(
                Answers::names,
                person,
                asked -> database.sql("select title, given_name, family_name from organization_person where id = ?")
                        .param(asked.value())
                        .query((row, number) -> PersonName.read(row).shown())
                        .optional()
                        .orElseThrow(() -> new NoSuchElementException("person " + asked)));
    }

    /** The rules by which the organization meets today. */
    public RulesOfProcedure rules(OrganizationId organization) {
        return rules(organization, today(organization(organization).body()));
    }

    /** The rules by which the organization met or will meet on a day, as far as is known now; before its first, those. */
    public RulesOfProcedure rules(OrganizationId organization, LocalDate day) {
        return memory.recall(Answers::rules, new OrganizationDay(organization, day), this::readRules);
    }

    private RulesOfProcedure readRules(OrganizationDay asked) {
        return database.sql("""
                        select preset, changes from organization_rules where organization_id = :organization
                        order by valid_from > :day, case when valid_from <= :day then valid_from end desc, valid_from,
                            recorded_at desc
                        limit 1
                        """)
                .param("organization", asked.organization().value())
                .param("day", asked.day())
                .query((row, number) ->
                        RulesOfProcedure.of(Preset.valueOf(row.getString("preset")), row.getString("changes")))
                .optional()
                .orElseThrow(() -> new NoSuchElementException(
                        "rules of organization %s on %s".formatted(asked.organization(), asked.day())));
    }

    /** Days after today from which other rules hold, as far as is known now. */
    public List<LocalDate> changesOfRules(OrganizationId organization) {
        return database.sql("""
                        select distinct valid_from from organization_rules
                        where organization_id = ? and valid_from > ? order by valid_from
                        """)
                .params(organization.value(), today(organization(organization).body()))
                .query((row, number) -> row.getObject("valid_from", LocalDate.class))
                .list();
    }

    private LocalDate today(BodyId body) {
        return LocalDate.ofInstant(clock.instant(), body(body).zone());
    }

    private static BodySummary body(ResultSet row) throws SQLException {
        return new BodySummary(
                new BodyId(row.getObject("id", UUID.class)),
                row.getString("name"),
                row.getString("short_name"),
                ZoneId.of(row.getString("zone")),
                row.getString("contact"));
    }

    static OrganizationSummary organization(ResultSet row) throws SQLException {
        return new OrganizationSummary(
                new OrganizationId(row.getObject("id", UUID.class)),
                new BodyId(row.getObject("body_id", UUID.class)),
                row.getString("name"),
                row.getString("short_name"),
                Classification.valueOf(row.getString("classification")),
                row.getInt("legal_strength"),
                row.getString("color"),
                row.getObject("last_day", LocalDate.class));
    }

    private static LegislativeTerm term(BodyId body, ResultSet row) throws SQLException {
        return new LegislativeTerm(
                new TermId(row.getObject("id", UUID.class)),
                body,
                row.getString("name"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class));
    }

    private static MemberSummary member(ResultSet row) throws SQLException {
        var name = PersonName.read(row);
        var group = row.getObject("group_id", UUID.class);
        return new MemberSummary(
                new PersonId(row.getObject("id", UUID.class)),
                name.shown(),
                name.sorted(),
                MembershipRole.valueOf(row.getString("role")),
                row.getBoolean("votes"),
                person(row.getObject("stands_in_for", UUID.class)),
                group == null ? null : new OrganizationId(group),
                row.getString("group_short_name"),
                row.getString("group_color"),
                row.getInt("seat"),
                row.getInt("weight"));
    }

    private static Comparator<OrganizationSummary> councilsFirst() {
        return Comparator.comparing(OrganizationSummary::classification)
                .thenComparing(OrganizationSummary::name, byLetter());
    }

    private static Comparator<Object> byLetter() {
        return Collator.getInstance(Locale.GERMAN);
    }

    private record Named(PersonName name, MemberSummary member) {}
}
