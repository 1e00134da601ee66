package de.ratssaal.organization;

import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.IntegrationTest;
import de.ratssaal.identity.DemoLogins;
import de.ratssaal.identity.DemoLogins.DemoLogin;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ActiveProfiles;

@IntegrationTest
@ActiveProfiles("demo")
class DemoCityTest {

    static final LocalDate DAY = LocalDate.of(2026, 9, 16);

    @Autowired
    Councils councils;

    @Autowired
    DemoCityContent content;

    @Autowired
    DemoCityLogins loginsContent;

    @Autowired
    DemoLogins logins;

    @Test
    void theCouncilHasFiftyMembersInSixGroupsAndTheMayor() {
        var members = councils.members(DemoCity.COUNCIL, DAY);

        assertThat(members).hasSize(51).allMatch(MemberSummary::votes);
        assertThat(councils.organization(DemoCity.COUNCIL).legalStrength()).isEqualTo(51);
        assertThat(members)
                .filteredOn(it -> it.group() == null)
                .singleElement()
                .satisfies(it -> assertThat(it.person()).isEqualTo(DemoCity.MAYOR));
        assertThat(members)
                .filteredOn(it -> it.group() != null)
                .extracting(MemberSummary::groupShortName)
                .containsOnly("LM", "SL", "UFA", "BfL", "OS", "OTG");
        assertThat(members).extracting(MemberSummary::seat).doesNotHaveDuplicates();
        assertThat(councils.member(DemoCity.COUNCIL, DemoCity.CHAIR, DAY)).get().satisfies(it -> {
            assertThat(it.role()).isEqualTo(MembershipRole.CHAIR);
            assertThat(it.name()).isEqualTo("Dr. Karla Wendt");
        });
        assertThat(councils.member(DemoCity.COUNCIL, DemoCity.DEPUTY_CHAIR, DAY))
                .get()
                .extracting(MemberSummary::role)
                .isEqualTo(MembershipRole.DEPUTY_CHAIR);
    }

    @Test
    void committeesMirrorTheGroupsAndEveryMemberHasASubstituteOfTheSameGroup() {
        var organizations = councils.organizations(DemoCity.BODY);

        assertThat(organizations)
                .filteredOn(it -> it.classification() == Classification.COMMITTEE)
                .hasSize(8)
                .allSatisfy(committee -> {
                    var members = councils.members(committee.id(), DAY);
                    assertThat(members).filteredOn(MemberSummary::votes).hasSize(committee.legalStrength());
                    assertThat(members)
                            .filteredOn(it -> it.role() == MembershipRole.CHAIR)
                            .hasSize(1);
                    assertThat(members)
                            .filteredOn(it -> it.standsInFor() != null)
                            .hasSize(12)
                            .allSatisfy(it -> assertThat(members)
                                    .filteredOn(member -> member.person().equals(it.standsInFor()))
                                    .extracting(MemberSummary::group)
                                    .containsExactly(it.group()));
                });
        assertThat(organizations)
                .extracting(OrganizationSummary::classification)
                .filteredOn(Classification.ADVISORY_BOARD::equals)
                .hasSize(2);
        assertThat(organizations)
                .extracting(OrganizationSummary::classification)
                .filteredOn(Classification.DISTRICT_COUNCIL::equals)
                .hasSize(4);
    }

    @Test
    void theCultureAdviserBelongsToTheCultureCommitteeAlone() {
        assertThat(councils.organizationsOf(DemoCity.CULTURE_ADVISER, DAY))
                .extracting(OrganizationSummary::id)
                .containsExactly(DemoCity.CULTURE_COMMITTEE);
        assertThat(councils.organizationsOf(DemoCity.ADMINISTRATOR, DAY)).isEmpty();
    }

    @Test
    void everyOfficeHasOneHeadAndStaffAndTheMayorHeadsHisOwn() {
        assertThat(councils.organizations(DemoCity.BODY))
                .filteredOn(it -> it.classification() == Classification.OFFICE)
                .hasSize(7)
                .allSatisfy(office -> {
                    var staff = councils.members(office.id(), DAY);
                    assertThat(office.legalStrength()).isZero();
                    assertThat(staff)
                            .filteredOn(it -> it.role() == MembershipRole.OFFICE_HEAD)
                            .hasSize(1);
                    assertThat(staff)
                            .filteredOn(it -> it.role() == MembershipRole.OFFICE_WORKER)
                            .isNotEmpty();
                    assertThat(staff).noneMatch(MemberSummary::votes);
                });
        assertThat(councils.member(DemoCity.MAYORS_OFFICE, DemoCity.MAYOR, DAY))
                .get()
                .extracting(MemberSummary::role)
                .isEqualTo(MembershipRole.OFFICE_HEAD);
    }

    @Test
    void aCouncillorWhoLeftWasReplacedOnTheSameSeat() {
        var before =
                councils.member(DemoCity.COUNCIL, DemoCity.FORMER_COUNCILLOR, DemoCityContent.SUCCESSION.minusDays(1));

        assertThat(before).isPresent();
        assertThat(councils.members(DemoCity.COUNCIL, DemoCityContent.SUCCESSION))
                .filteredOn(it -> it.seat() == before.get().seat())
                .extracting(MemberSummary::person)
                .containsExactly(DemoCity.councillor(before.get().seat()));
    }

    @Test
    void everybodyWhoCanSignInHasAButtonWithNameAndRole() {
        assertThat(logins.all())
                .extracting(DemoLogin::login)
                .containsExactly(
                        "sekretariat",
                        "vorsitz",
                        "stellvertretung",
                        "mitglied1",
                        "mitglied2",
                        "mitglied3",
                        "mitglied4",
                        "mitglied5",
                        "kultur",
                        "gast",
                        "admin",
                        "pruefer",
                        "amt",
                        "amtsleitung",
                        "kaemmerei",
                        "ob");
        assertThat(logins.all())
                .filteredOn(it -> it.login().equals("vorsitz"))
                .extracting(DemoLogin::name)
                .containsExactly("Dr. Karla Wendt");
    }

    @Test
    void loadingAgainChangesNothing() {
        var before = councils.members(DemoCity.COUNCIL, DAY);
        var loginsBefore = logins.all();

        content.load();
        loginsContent.load();

        assertThat(logins.all()).isEqualTo(loginsBefore);
        assertThat(councils.members(DemoCity.COUNCIL, DAY)).isEqualTo(before);
        assertThat(councils.bodies()).hasSize(1);
    }
}
