package de.ratssaal.organization;

import de.ratssaal.base.Refusal;
import de.ratssaal.base.RuleViolation;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an administrator does with memberships. They begin and end; none is ever deleted. */
@Service
@Transactional
public class MembershipAdministration {

    private final MembershipRepository memberships;
    private final OrganizationRepository organizations;
    private final Councils councils;
    private final JdbcClient database;
    private final CouncilMemory memory;
    private final Access access;

    MembershipAdministration(
            MembershipRepository memberships,
            OrganizationRepository organizations,
            Councils councils,
            JdbcClient database,
            CouncilMemory memory,
            Access access) {
        this.memberships = memberships;
        this.organizations = organizations;
        this.councils = councils;
        this.database = database;
        this.memory = memory;
        this.access = access;
    }

    /**
     * @throws Refusal if the person is in the organization at that time already, a group has the person, the organization
     *     has a chair or all its votes are taken
     * @throws RuleViolation if the membership shall have several votes and the organization's rules know none
     */
    public MembershipId begin(NewMembership details) {
        var organization = findForAct(details.organization());
        var isOffice = organization.classification() == Classification.OFFICE;
        if (isOffice != details.role().isOfOffice() || isOffice && details.seat() != 0) {
            throw new Refusal(
                    isOffice ? "organization.office.head-or-worker" : "organization.office.roles-in-offices-only");
        }
        if (details.weight() > 1) {
            requireWeights(details);
        }
        if (details.votes()) {
            requireFreeVote(organization, details.firstDay(), details.lastDay());
        }
        return save(Membership.of(organization, details));
    }

    private void requireWeights(NewMembership details) {
        var rule = councils.rules(details.organization(), details.firstDay()).weight();
        if (!rule.weighted()) {
            throw new RuleViolation("organization.membership.one-vote-each", rule.source());
        }
    }

    /** Appoints who may vote for a member of the organization while that member is absent. */
    public MembershipId appointSubstitute(
            OrganizationId id, PersonId person, PersonId standsInFor, LocalDate firstDay, @Nullable LocalDate lastDay) {
        var organization = findForAct(id);
        if (person.equals(standsInFor)) {
            throw new Refusal("organization.substitute.not-for-oneself");
        }
        if (lastDay != null && lastDay.isBefore(firstDay)) {
            throw new Refusal("organization.ends-before-start");
        }
        if (!councils.member(id, standsInFor, firstDay)
                .map(MemberSummary::votes)
                .orElse(false)) {
            throw new Refusal("organization.substitute.of-voting-members-only");
        }
        return save(Membership.ofSubstitute(organization, person, standsInFor, firstDay, lastDay));
    }

    /** @param lastDay the last day that counts */
    public void end(MembershipId id, LocalDate lastDay) {
        var membership = find(id);
        membership.end(lastDay);
        save(membership);
    }

    /** @param seat place in the seat plan, counted from 1; 0 for none */
    public void seat(MembershipId id, int seat) {
        var membership = find(id);
        membership.sitOn(seat);
        save(membership);
    }

    private MembershipId save(Membership membership) {
        Constraints.refuse(() -> memberships.saveAndFlush(membership));
        return membership.id();
    }

    /** No day of the new membership may see more votes than the organization has by law. */
    private void requireFreeVote(Organization organization, LocalDate firstDay, @Nullable LocalDate lastDay) {
        var most = database.sql("""
                        with concurrent as (
                            select greatest(first_day, :first) as begins, first_day, last_day
                            from organization_membership
                            where organization_id = :organization and votes
                                and daterange(first_day, last_day, '[]') && daterange(:first, :last, '[]'))
                        select coalesce(max((select count(*) from concurrent other
                            where daterange(other.first_day, other.last_day, '[]') @> one.begins)), 0)
                        from concurrent one
                        """)
                .param("organization", organization.id().value())
                .param("first", firstDay)
                .param("last", lastDay, java.sql.Types.DATE)
                .query(Integer.class)
                .single();
        if (most >= organization.legalStrength()) {
            throw new Refusal("organization.membership.all-votes-taken", organization.legalStrength());
        }
    }

    private Organization findForAct(OrganizationId id) {
        access.require(id, Role.ADMINISTRATOR);
        memory.changed();
        var organization =
                organizations.findForAct(id).orElseThrow(() -> new NoSuchElementException("organization " + id));
        organization.requireExisting();
        return organization;
    }

    private Membership find(MembershipId id) {
        var membership = memberships.findById(id).orElseThrow(() -> new NoSuchElementException("membership " + id));
        access.require(membership.organization(), Role.ADMINISTRATOR);
        memory.changed();
        return membership;
    }
}
