package de.ratssaal.organization;

import static de.ratssaal.organization.TestCouncil.SINCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.ratssaal.IntegrationTest;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.identity.RoleSource;
import de.ratssaal.rules.RulesOfProcedure;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.NoSuchElementException;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class CouncilsTest {

    static final LocalDate DAY = LocalDate.of(2025, 3, 12);

    @Autowired
    ApplicationContext context;

    @Autowired
    Councils councils;

    @Autowired
    MembershipAdministration memberships;

    @Autowired
    OrganizationAdministration organizations;

    @Autowired
    PersonAdministration persons;

    @Autowired
    RoleSource roles;

    @Autowired
    Access access;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Test
    void membersAreThoseOfTheDaySortedByName() {
        var council = TestCouncil.of(4, context);
        var leaving = council.members().get(2);
        rename(council.members().get(0), "", "Zora", "Äbele");
        rename(council.members().get(1), "Dr.", "Karla", "Wendt");
        rename(council.members().get(3), "", "Bo", "Zoller");

        access.asSystem("test", () -> memberships.end(membership(leaving), DAY.minusDays(1)));

        assertThat(councils.members(council.council(), DAY))
                .extracting(MemberSummary::name)
                .containsExactly("Zora Äbele", "Dr. Karla Wendt", "Bo Zoller");
        assertThat(councils.member(council.council(), leaving, DAY.minusDays(1)))
                .isPresent();
        assertThat(councils.members(council.council(), SINCE.minusDays(1))).isEmpty();
        assertThat(councils.organizationsOf(leaving, DAY)).isEmpty();
    }

    @Test
    void aMembersGroupIsTheOneOfTheDayInTheSameBody() {
        var council = TestCouncil.of(2, context);
        var member = council.chair();
        var greens = council.organization(Classification.POLITICAL_GROUP, 5, context);
        var reds = council.organization(Classification.POLITICAL_GROUP, 5, context);
        var elsewhere = TestCouncil.of(1, context).organization(Classification.POLITICAL_GROUP, 5, context);
        TestCouncil.join(elsewhere, member, MembershipRole.MEMBER, context);
        var first = TestCouncil.join(greens, member, MembershipRole.MEMBER, context);

        assertThat(refusal(() -> begin(NewMembership.voting(reds, member, MembershipRole.MEMBER, DAY))))
                .isEqualTo("organization.membership.second-group");
        access.asSystem("test", () -> memberships.end(first, DAY.minusDays(1)));
        begin(NewMembership.voting(reds, member, MembershipRole.MEMBER, DAY));

        assertThat(councils.member(council.council(), member, DAY.minusDays(1)))
                .get()
                .extracting(MemberSummary::group)
                .isEqualTo(greens);
        assertThat(councils.member(council.council(), member, DAY))
                .get()
                .extracting(MemberSummary::group, MemberSummary::groupColor)
                .containsExactly(reds, "#1a7f37");
        assertThat(councils.member(council.council(), council.members().get(1), DAY))
                .get()
                .extracting(MemberSummary::group)
                .isNull();
    }

    @Test
    void nobodyBelongsToAnOrganizationTwiceAtATime() {
        var council = TestCouncil.of(3, context);
        var member = council.members().get(2);

        assertThat(refusal(() ->
                        begin(new NewMembership(council.council(), member, MembershipRole.GUEST, false, 0, DAY, null))))
                .isEqualTo("organization.membership.twice");
    }

    @Test
    void anOrganizationHasNoMoreVotesThanByLawAndOneChairAndOnePersonOnASeat() {
        var council = TestCouncil.of(3, context);
        var guest = TestCouncil.person(context);

        assertThat(refusal(() -> begin(NewMembership.voting(council.council(), guest, MembershipRole.MEMBER, DAY))))
                .isEqualTo("organization.membership.all-votes-taken");
        access.asSystem(
                "test", () -> memberships.end(membership(council.members().get(2)), DAY));
        assertThat(refusal(() -> begin(NewMembership.voting(council.council(), guest, MembershipRole.MEMBER, DAY))))
                .as("the last day counts")
                .isEqualTo("organization.membership.all-votes-taken");
        assertThat(refusal(() ->
                        begin(NewMembership.voting(council.council(), guest, MembershipRole.CHAIR, DAY.plusDays(1)))))
                .isEqualTo("organization.membership.second-chair");
        access.asSystem("test", () -> memberships.seat(membership(council.chair()), 7));
        assertThat(refusal(() ->
                        begin(NewMembership.voting(council.council(), guest, MembershipRole.MEMBER, DAY.plusDays(1))
                                .onSeat(7))))
                .isEqualTo("organization.membership.seat-taken");

        begin(NewMembership.voting(council.council(), guest, MembershipRole.MEMBER, DAY.plusDays(1))
                .onSeat(8));

        assertThat(councils.members(council.council(), DAY.plusDays(1)))
                .filteredOn(MemberSummary::votes)
                .hasSize(3);
    }

    @Test
    void aSubstituteStandsInForAVotingMember() {
        var council = TestCouncil.of(3, context);
        var substitute = TestCouncil.person(context);
        var member = council.members().get(2);

        assertThat(refusal(() -> appoint(council, substitute, substitute)))
                .isEqualTo("organization.substitute.not-for-oneself");
        assertThat(refusal(() -> appoint(council, substitute, TestCouncil.person(context))))
                .isEqualTo("organization.substitute.of-voting-members-only");
        appoint(council, substitute, member);

        assertThat(councils.member(council.council(), substitute, DAY)).get().satisfies(it -> {
            assertThat(it.role()).isEqualTo(MembershipRole.SUBSTITUTE);
            assertThat(it.standsInFor()).isEqualTo(member);
            assertThat(it.votes()).isFalse();
        });
    }

    @Test
    void rolesFollowFromTheMembershipsOfTheMoment() {
        var council = TestCouncil.of(3, context);
        access.asSystem("test", () -> memberships.end(membership(council.chair()), DAY));

        assertThat(roles.rolesOf(council.chair(), Instant.parse("2025-03-12T22:59:00Z")))
                .containsEntry(council.council(), Set.of(Role.CHAIR, Role.MEMBER));
        assertThat(roles.rolesOf(council.chair(), Instant.parse("2025-03-12T23:00:00Z")))
                .as("midnight in the body's zone")
                .isEmpty();
        assertThat(roles.rolesOf(council.members().get(2), Instant.parse("2025-03-12T12:00:00Z")))
                .containsEntry(council.council(), Set.of(Role.MEMBER));
    }

    @Test
    void rulesChangeForwardOnlyAndWhatWasStays() {
        var council = TestCouncil.of(2, context).council();
        var longer = withInvitation(7);
        var today = LocalDate.ofInstant(clock.instant(), TestCouncil.ZONE);

        assertThat(refusal(() -> adopt(council, longer, today.minusDays(1))))
                .isEqualTo("organization.rules.not-backwards");
        adopt(council, longer, today.plusDays(3));

        assertThat(councils.rules(council)).isEqualTo(RulesOfProcedure.THUERINGEN);
        assertThat(councils.rules(council, today.plusDays(2))).isEqualTo(RulesOfProcedure.THUERINGEN);
        assertThat(councils.rules(council, today.plusDays(3))).isEqualTo(longer);
        assertThat(councils.rules(council, DAY)).isEqualTo(RulesOfProcedure.THUERINGEN);

        adopt(council, withInvitation(9), today.plusDays(3));

        assertThat(councils.rules(council, today.plusDays(3)).invitation().days())
                .as("entered later for the same day")
                .isEqualTo(9);
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.sql("delete from organization_rules where organization_id = ?")
                        .param(council.value())
                        .update());
    }

    @Test
    void aDissolvedOrganizationAndItsMembershipsEnd() {
        var council = TestCouncil.of(2, context);
        var today = LocalDate.ofInstant(clock.instant(), TestCouncil.ZONE);

        access.asSystem("test", () -> organizations.dissolve(council.council(), today.minusDays(1)));

        assertThat(councils.organizations(council.body())).isEmpty();
        assertThat(councils.members(council.council(), today)).isEmpty();
        assertThat(councils.members(council.council(), today.minusDays(1))).hasSize(2);
        assertThat(refusal(() ->
                        access.asSystem("test", () -> organizations.change(council.council(), "X", "X", 2, null))))
                .isEqualTo("organization.dissolved");
    }

    @Test
    void aChangeIsSeenAtOnceAndOnlyWhenItIsCommitted() {
        var council = TestCouncil.of(2, context);
        var name = councils.nameOf(council.chair());

        transaction.executeWithoutResult(status -> {
            rename(council.chair(), "", "Ada", "Neu");
            assertThat(councils.nameOf(council.chair())).isEqualTo("Ada Neu");
            status.setRollbackOnly();
        });
        assertThat(councils.nameOf(council.chair())).isEqualTo(name);

        rename(council.chair(), "", "Ada", "Neu");
        assertThat(councils.nameOf(council.chair())).isEqualTo("Ada Neu");
    }

    @Test
    void onlyAdministratorsChangeAnything() {
        var council = TestCouncil.of(2, context);

        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> organizations.change(council.council(), "Rat", "R", 2, null));
        assertThatExceptionOfType(AccessDeniedException.class)
                .isThrownBy(() -> memberships.end(membership(council.chair()), DAY));
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> persons.details(council.chair()));
    }

    @Test
    void membershipsAreNeverDeleted() {
        var council = TestCouncil.of(2, context);

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.sql("delete from organization_membership where organization_id = ?")
                        .param(council.council().value())
                        .update());
    }

    @Test
    void whatIsUnknownIsNotFound() {
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> councils.nameOf(PersonId.next()));
        assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(() -> councils.body(BodyId.next()));
    }

    private static RulesOfProcedure withInvitation(int days) {
        var t = RulesOfProcedure.THUERINGEN;
        return RulesOfProcedure.of(t.preset(), "{\"invitation\":{\"days\":%d}}".formatted(days));
    }

    private void adopt(de.ratssaal.identity.OrganizationId council, RulesOfProcedure rules, LocalDate from) {
        access.asSystem("test", () -> organizations.adoptRules(council, rules, from));
    }

    private MembershipId begin(NewMembership details) {
        return access.asSystem("test", () -> memberships.begin(details));
    }

    private void appoint(TestCouncil council, PersonId substitute, PersonId member) {
        access.asSystem("test", () -> memberships.appointSubstitute(council.council(), substitute, member, DAY, null));
    }

    private void rename(PersonId person, String title, String given, String family) {
        access.asSystem(
                "test",
                () -> persons.change(person, new PersonDetails(new PersonName(title, given, family), null, null)));
    }

    private MembershipId membership(PersonId person) {
        return new MembershipId(database.sql("select id from organization_membership where person_id = ?")
                .param(person.value())
                .query(java.util.UUID.class)
                .single());
    }

    private static String refusal(ThrowingCallable step) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(Refusal.class, step)
                .key();
    }
}
