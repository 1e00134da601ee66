package de.ratssaal.organization;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * Who is who in the demo city, the invented Stadt Lindenau in Thüringen. The identifiers are the same in every
 * installation, so that each module's demo content can name them.
 */
public final class DemoCity {

    public static final BodyId BODY = new BodyId(id("body"));

    /** First day of the legislative term, from which on everybody is a member. */
    public static final LocalDate TERM_BEGINS = LocalDate.of(2024, 6, 1);

    /** Last day of the legislative term. */
    public static final LocalDate TERM_ENDS = LocalDate.of(2029, 5, 31);

    /** 50 councillors and the mayor, all with a vote. */
    public static final OrganizationId COUNCIL = organization("council");

    /** Chaired by the mayor. */
    public static final OrganizationId MAIN_COMMITTEE = organization("main-committee");

    public static final OrganizationId FINANCE_COMMITTEE = organization("finance-committee");
    public static final OrganizationId BUILDING_COMMITTEE = organization("building-committee");
    public static final OrganizationId EDUCATION_COMMITTEE = organization("education-committee");
    public static final OrganizationId SOCIAL_COMMITTEE = organization("social-committee");
    public static final OrganizationId CULTURE_COMMITTEE = organization("culture-committee");
    public static final OrganizationId ENVIRONMENT_COMMITTEE = organization("environment-committee");
    public static final OrganizationId AUDIT_COMMITTEE = organization("audit-committee");
    public static final OrganizationId SENIORS_BOARD = organization("seniors-board");
    public static final OrganizationId YOUTH_BOARD = organization("youth-board");
    public static final OrganizationId ALTENRODE = organization("district-altenrode");
    public static final OrganizationId BACHSTEDT = organization("district-bachstedt");
    public static final OrganizationId HOHENLINDE = organization("district-hohenlinde");
    public static final OrganizationId WIESENTHAL = organization("district-wiesenthal");

    /** The mayor's office, which approves the administration's papers. */
    public static final OrganizationId MAYORS_OFFICE = organization("office-mayor");

    /** Büro des Stadtrats, where the secretary works. */
    public static final OrganizationId COUNCIL_OFFICE = organization("office-council");

    public static final OrganizationId TREASURY = organization("office-treasury");
    public static final OrganizationId LEGAL_OFFICE = organization("office-legal");
    public static final OrganizationId PLANNING_OFFICE = organization("office-planning");
    public static final OrganizationId ENVIRONMENT_OFFICE = organization("office-environment");
    public static final OrganizationId CULTURE_OFFICE = organization("office-culture");

    /** Those who sit in the council now, by seat: the first is on seat 1. */
    public static final List<PersonId> COUNCILLORS = IntStream.rangeClosed(1, 50)
            .mapToObj(it -> person("councillor-" + it))
            .toList();

    /** Chairs the council. */
    public static final PersonId CHAIR = councillor(5);

    public static final PersonId DEPUTY_CHAIR = councillor(17);

    /** Chairs when chair and deputy are absent. */
    public static final PersonId SECOND_DEPUTY_CHAIR = councillor(30);

    /** Member of the council without a group, on seat 51. */
    public static final PersonId MAYOR = person("mayor");

    /** Left the council in the middle of the term. */
    public static final PersonId FORMER_COUNCILLOR = person("former-councillor");

    /** In the culture committee without vote, and in no other organization. */
    public static final PersonId CULTURE_ADVISER = resident(1);

    /** Always asked to the culture committee, without speaking as a member does; in no other organization. */
    public static final PersonId GUEST = person("guest");

    /** Heads the council's office; prepares and records the meetings. */
    public static final PersonId SECRETARY = person("secretary");

    public static final PersonId ADMINISTRATOR = person("administrator");
    public static final PersonId AUDITOR = person("auditor");

    /** Works in the planning office and writes papers there. */
    public static final PersonId PLANNER = person("planner");

    public static final PersonId HEAD_OF_PLANNING = person("head-of-planning");
    public static final PersonId TREASURER = person("treasurer");

    private DemoCity() {}

    /** @param seat from 1 to 50 */
    public static PersonId councillor(int seat) {
        return COUNCILLORS.get(seat - 1);
    }

    /** Somebody in a committee without vote, a board or a district council, from 1 on. */
    static PersonId resident(int number) {
        return person("resident-" + number);
    }

    static PersonId person(String name) {
        return new PersonId(id("person/" + name));
    }

    static OrganizationId organization(String name) {
        return new OrganizationId(id("organization/" + name));
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(("lindenau/" + name).getBytes(UTF_8));
    }
}
