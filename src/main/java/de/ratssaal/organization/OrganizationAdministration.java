package de.ratssaal.organization;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.Role;
import de.ratssaal.rules.RulesOfProcedure;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator does with organizations and their rules of procedure. */
@Service
@Transactional
public class OrganizationAdministration {

    private final OrganizationRepository organizations;
    private final MembershipRepository memberships;
    private final Councils councils;
    private final JdbcClient database;
    private final CouncilMemory memory;
    private final ApplicationEventPublisher events;
    private final Access access;
    private final Clock clock;

    OrganizationAdministration(
            OrganizationRepository organizations,
            MembershipRepository memberships,
            Councils councils,
            JdbcClient database,
            CouncilMemory memory,
            ApplicationEventPublisher events,
            Access access,
            Clock clock) {
        this.organizations = organizations;
        this.memberships = memberships;
        this.councils = councils;
        this.database = database;
        this.memory = memory;
        this.events = events;
        this.access = access;
        this.clock = clock;
    }

    /** Only who administers the whole installation can have a role in an organization that does not exist yet. */
    public void create(OrganizationId id, NewOrganization details) {
        access.require(id, Role.ADMINISTRATOR);
        memory.changed();
        Constraints.refuse(() -> organizations.saveAndFlush(new Organization(id, details)));
        var rules = details.rules();
        if (rules != null) {
            enterRules(id, today(details.body()), rules);
        }
    }

    /**
     * Changes all of this at once, or nothing.
     *
     * @param strength how many voting members it has by law, the mayor included where the mayor votes; 0 of an office
     * @param color of a political group; otherwise none
     * @throws Refusal if the body has another organization with this short name
     */
    public void change(OrganizationId id, String name, String shortName, int strength, @Nullable Color color) {
        change(id, it -> {
            it.rename(name, shortName);
            it.changeStrength(strength);
            if (color != null) {
                it.recolor(color);
            }
        });
    }

    /** Ends an organization with all memberships in it. */
    public void dissolve(OrganizationId id, LocalDate lastDay) {
        change(id, it -> it.dissolve(lastDay));
        for (var membership : memberships.findBeyond(id.value(), lastDay)) {
            membership.end(lastDay);
            memberships.saveAndFlush(membership);
        }
    }

    /**
     * Gives an organization new rules of procedure, forward only: what a meeting of the past was held by stays true.
     *
     * @param from the first day on which they hold, today or later
     */
    public void adoptRules(OrganizationId id, RulesOfProcedure rules, LocalDate from) {
        access.require(id, Role.ADMINISTRATOR);
        memory.changed();
        var organization = find(id);
        organization.requireExisting();
        if (organization.classification() == Classification.OFFICE) {
            throw new Refusal("organization.office.without-rules");
        }
        if (from.isBefore(today(organization.body()))) {
            throw new Refusal("organization.rules.not-backwards");
        }
        enterRules(id, from, rules);
    }

    private void change(OrganizationId id, Consumer<Organization> step) {
        access.require(id, Role.ADMINISTRATOR);
        memory.changed();
        var organization = find(id);
        step.accept(organization);
        Constraints.refuse(() -> organizations.saveAndFlush(organization));
    }

    private void enterRules(OrganizationId id, LocalDate from, RulesOfProcedure rules) {
        var changes = rules.changes();
        database.sql("""
                        insert into organization_rules (organization_id, valid_from, recorded_at, preset, changes)
                        values (?, ?, ?, ?, ?::jsonb)
                        """)
                .params(
                        id.value(),
                        from,
                        clock.instant().atOffset(ZoneOffset.UTC),
                        rules.preset().name(),
                        changes)
                .update();
        events.publishEvent(new RulesAdopted(id, from, rules.preset(), changes));
    }

    private LocalDate today(BodyId body) {
        return LocalDate.ofInstant(clock.instant(), councils.body(body).zone());
    }

    private Organization find(OrganizationId id) {
        return organizations.findById(id).orElseThrow(() -> new NoSuchElementException("organization " + id));
    }
}
