package de.ratssaal.support;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.organization.Classification;
import de.ratssaal.organization.Councils;
import de.ratssaal.organization.MemberSummary;
import de.ratssaal.paper.PaperId;
import de.ratssaal.paper.PaperPage;
import de.ratssaal.paper.PaperType;
import de.ratssaal.rules.SupportNeeded;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who stands behind a motion that members bring in as a paper, and whether they are enough for an agenda. */
@Component
class PaperBackers {

    private final JdbcClient database;
    private final Councils councils;
    private final Clock clock;

    PaperBackers(JdbcClient database, Councils councils, Clock clock) {
        this.database = database;
        this.councils = councils;
        this.clock = clock;
    }

    /** Whether it is a motion of members: what the administration brings in needs nobody behind it. */
    boolean isToBeBacked(PaperPage page, SupportNeeded rule) {
        var group = page.author().organization();
        return rule.needsSome()
                && (page.paper().type() == PaperType.MOTION || page.paper().type() == PaperType.URGENT_MOTION)
                && !page.author().isSecretariat()
                && (group == null
                        || councils.organization(group).classification() == Classification.POLITICAL_GROUP
                                && !rule.groupSuffices());
    }

    /** Whoever moved it among them. */
    Set<PersonId> behind(PaperPage page) {
        var behind = new HashSet<>(
                database.sql("select person_id from support_paper where paper_id = ? and withdrawn_at is null")
                        .param(page.paper().id().value())
                        .query((row, number) -> new PersonId(row.getObject("person_id", UUID.class)))
                        .list());
        Optional.ofNullable(page.author().person()).ifPresent(behind::add);
        return behind;
    }

    /** As it is before a meeting: those count who have a vote in the organization today. */
    SupportCount count(PaperPage page, OrganizationId organization, SupportNeeded rule) {
        var members = councils.organization(organization).legalStrength();
        return SupportCount.of(
                behind(page), groups(organization), rule.of(members, members), rule.groupSuffices(), false);
    }

    private Map<PersonId, Optional<OrganizationId>> groups(OrganizationId organization) {
        var groups = new HashMap<PersonId, Optional<OrganizationId>>();
        voters(organization)
                .forEach(it -> groups.merge(
                        it.person(), Optional.ofNullable(it.group()), (one, other) -> one.isPresent() ? one : other));
        return groups;
    }

    /** Members with a vote of their own today. */
    List<MemberSummary> voters(OrganizationId organization) {
        return councils.members(organization, today(organization)).stream()
                .filter(it -> it.votes() && it.standsInFor() == null)
                .toList();
    }

    LocalDate today(OrganizationId organization) {
        var zone = councils.body(councils.organization(organization).body()).zone();
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** Until the transaction ends nobody else says or takes back that they stand behind the paper, or counts who does. */
    void hold(PaperId paper) {
        database.sql("select pg_advisory_xact_lock(hashtext('support_paper'), hashtext(?))")
                .param(paper.value().toString())
                .query((row, number) -> true)
                .single();
    }

    /** @return whether it is new */
    boolean add(PaperId paper, PersonId person, boolean enteredFor, Instant now) {
        return database.sql("""
                        insert into support_paper (paper_id, person_id, entered_for, given_at) values (?, ?, ?, ?)
                        on conflict (paper_id, person_id) where withdrawn_at is null do nothing
                        """)
                        .params(paper.value(), person.value(), enteredFor, now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** @return whether there was one */
    boolean withdraw(PaperId paper, PersonId person, Instant now) {
        return database.sql("""
                        update support_paper set withdrawn_at = greatest(given_at, ?)
                        where paper_id = ? and person_id = ? and withdrawn_at is null
                        """)
                        .params(now.atOffset(ZoneOffset.UTC), paper.value(), person.value())
                        .update()
                == 1;
    }
}
