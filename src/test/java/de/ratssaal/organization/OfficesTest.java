package de.ratssaal.organization;

import static de.ratssaal.organization.TestCouncil.SINCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.ratssaal.IntegrationTest;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.CouncilRoll;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import de.ratssaal.identity.RoleSource;
import de.ratssaal.rules.RulesOfProcedure;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@IntegrationTest
@DisplayName("An office of the administration")
class OfficesTest {

    @Autowired
    Access access;

    @Autowired
    Councils councils;

    @Autowired
    OrganizationAdministration organizations;

    @Autowired
    MembershipAdministration memberships;

    @Autowired
    RoleSource roles;

    @Autowired
    CouncilRoll roll;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    @Autowired
    ApplicationContext context;

    TestCouncil council;
    OrganizationId office;

    @BeforeEach
    void open() {
        council = TestCouncil.of(2, context);
        office = council.office(context);
    }

    @Test
    @DisplayName("has a head and staff, whose roles hold in it alone and give no vote")
    void headAndStaff() {
        var head = join(office, MembershipRole.OFFICE_HEAD);
        var worker = join(office, MembershipRole.OFFICE_WORKER);

        assertThat(roles.rolesOf(head, clock.instant())).containsExactly(Map.entry(office, Set.of(Role.OFFICE_HEAD)));
        assertThat(roles.rolesOf(worker, clock.instant()))
                .containsExactly(Map.entry(office, Set.of(Role.OFFICE_WORKER)));
        assertThat(councils.members(office, LocalDate.ofInstant(clock.instant(), TestCouncil.ZONE)))
                .hasSize(2)
                .noneMatch(MemberSummary::votes);
    }

    @Test
    @DisplayName("has one head at a time")
    void oneHead() {
        join(office, MembershipRole.OFFICE_HEAD);

        assertThat(refusal(() -> join(office, MembershipRole.OFFICE_HEAD)))
                .isEqualTo("organization.membership.second-head");
    }

    @ParameterizedTest
    @EnumSource(value = MembershipRole.class, mode = EnumSource.Mode.EXCLUDE, names = "SUBSTITUTE")
    @DisplayName("has only these two roles, and no other organization has them")
    void onlyThese(MembershipRole role) {
        var wrong = role.isOfOffice() ? council.council() : office;

        assertThat(refusal(() -> join(wrong, role)))
                .isEqualTo(
                        role.isOfOffice()
                                ? "organization.office.roles-in-offices-only"
                                : "organization.office.head-or-worker");
    }

    @Test
    @DisplayName("meets by no rules of procedure and has no votes to be counted")
    void withoutRules() {
        assertThat(refusal(() -> access.asSystem(
                        "test",
                        () -> organizations.adoptRules(
                                office,
                                RulesOfProcedure.THUERINGEN,
                                LocalDate.ofInstant(clock.instant(), TestCouncil.ZONE)))))
                .isEqualTo("organization.office.without-rules");
        assertThat(refusal(() -> access.asSystem("test", () -> organizations.change(office, "Amt", "A", 3, null))))
                .isEqualTo("organization.office.nobody-votes");
        assertThat(refusal(() -> new NewOrganization(council.body(), "Amt", "A", Classification.OFFICE, 3, null, null)))
                .isEqualTo("organization.office.nobody-votes");
        access.asSystem("test", () -> organizations.change(office, "Rechtsamt", "30", 0, null));
        assertThat(councils.organization(office).name()).isEqualTo("Rechtsamt");
    }

    @Test
    @DisplayName("is no place where a role is granted")
    void noRoleIsGranted() {
        assertThat(access.asSystem("test", roll::organizations))
                .extracting(CouncilRoll.RollOrganization::id)
                .contains(council.council())
                .doesNotContain(office);
    }

    @Test
    @DisplayName("is guarded by the database as well")
    void constraints() {
        var person = TestCouncil.person(context);
        refusedByDatabase(office, Classification.OFFICE, person, "MEMBER", false, null);
        refusedByDatabase(office, Classification.OFFICE, person, "OFFICE_HEAD", true, null);
        refusedByDatabase(office, Classification.OFFICE, person, "OFFICE_WORKER", false, 4);
        refusedByDatabase(council.council(), Classification.COUNCIL, person, "OFFICE_HEAD", false, null);
        join(office, MembershipRole.OFFICE_HEAD);
        refusedByDatabase(office, Classification.OFFICE, person, "OFFICE_HEAD", false, null);
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.sql("update organization_organization set legal_strength = 1 where id = ?")
                        .param(office.value())
                        .update());
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.sql("update organization_organization set legal_strength = 0 where id = ?")
                        .param(council.council().value())
                        .update());
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.sql("""
                                insert into organization_rules (organization_id, valid_from, recorded_at, preset, changes)
                                values (?, '2025-01-01', now(), 'THUERINGEN', '{}')
                                """).param(office.value()).update());
    }

    private void refusedByDatabase(
            OrganizationId where,
            Classification classification,
            PersonId person,
            String role,
            boolean votes,
            @Nullable Integer seat) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> database.sql("""
                                insert into organization_membership (id, organization_id, body_id, classification,
                                    person_id, role, votes, seat, first_day)
                                values (gen_random_uuid(), ?, ?, ?, ?, ?, ?, ?, ?)
                                """)
                        .params(
                                where.value(),
                                council.body().value(),
                                classification.name(),
                                person.value(),
                                role,
                                votes,
                                seat,
                                SINCE)
                        .update());
    }

    private PersonId join(OrganizationId where, MembershipRole role) {
        var person = TestCouncil.person(context);
        access.asSystem("test", () -> memberships.begin(new NewMembership(where, person, role, false, 0, SINCE, null)));
        return person;
    }

    private static String refusal(ThrowingCallable step) {
        return catchThrowableOfType(Refusal.class, step).key();
    }
}
