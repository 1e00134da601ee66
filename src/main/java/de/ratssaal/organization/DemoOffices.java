package de.ratssaal.organization;

import static de.ratssaal.organization.DemoCity.BODY;
import static de.ratssaal.organization.DemoCity.TERM_BEGINS;

import de.ratssaal.base.DemoContent;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The offices of Stadt Lindenau and who heads them and works in them. */
@Component
@Profile("demo")
class DemoOffices implements DemoContent {

    private static final List<Office> OFFICES = List.of(
            new Office(
                    DemoCity.MAYORS_OFFICE,
                    "Oberbürgermeister",
                    "OB",
                    DemoCity.MAYOR,
                    List.of(DemoCity.person("mayors-office-worker"))),
            new Office(
                    DemoCity.COUNCIL_OFFICE,
                    "Hauptamt, Büro des Stadtrats",
                    "10",
                    DemoCity.SECRETARY,
                    List.of(DemoCity.person("council-office-worker"))),
            new Office(
                    DemoCity.TREASURY,
                    "Kämmerei",
                    "20",
                    DemoCity.TREASURER,
                    List.of(DemoCity.person("treasury-worker"))),
            new Office(
                    DemoCity.LEGAL_OFFICE,
                    "Rechtsamt",
                    "30",
                    DemoCity.person("legal-head"),
                    List.of(DemoCity.person("legal-worker"))),
            new Office(
                    DemoCity.PLANNING_OFFICE,
                    "Stadtplanungsamt",
                    "61",
                    DemoCity.HEAD_OF_PLANNING,
                    List.of(DemoCity.PLANNER, DemoCity.person("planning-worker-2"))),
            new Office(
                    DemoCity.ENVIRONMENT_OFFICE,
                    "Amt für Umwelt",
                    "67",
                    DemoCity.person("environment-head"),
                    List.of(DemoCity.person("environment-worker"))),
            new Office(
                    DemoCity.CULTURE_OFFICE,
                    "Kulturamt",
                    "41",
                    DemoCity.person("culture-head"),
                    List.of(DemoCity.person("culture-worker"))));

    private final OrganizationAdministration organizations;
    private final PersonAdministration persons;
    private final MembershipAdministration memberships;
    private final OrganizationRepository known;
    private final Access access;
    private final TransactionTemplate transaction;

    DemoOffices(
            OrganizationAdministration organizations,
            PersonAdministration persons,
            MembershipAdministration memberships,
            OrganizationRepository known,
            Access access,
            TransactionTemplate transaction) {
        this.organizations = organizations;
        this.persons = persons;
        this.memberships = memberships;
        this.known = known;
        this.access = access;
        this.transaction = transaction;
    }

    /** After the city itself, before the logins. */
    @Override
    public int order() {
        return 120;
    }

    @Override
    public void load() {
        if (known.findById(DemoCity.TREASURY).isEmpty()) {
            transaction.executeWithoutResult(status -> access.asSystem("demo", this::open));
        }
    }

    private void open() {
        DemoLindenau.staff().forEach(persons::register);
        for (var office : OFFICES) {
            organizations.create(office.id(), NewOrganization.office(BODY, office.name(), office.shortName()));
            join(office.id(), office.head(), MembershipRole.OFFICE_HEAD);
            office.workers().forEach(it -> join(office.id(), it, MembershipRole.OFFICE_WORKER));
        }
    }

    private void join(OrganizationId office, PersonId person, MembershipRole role) {
        memberships.begin(new NewMembership(office, person, role, false, 0, TERM_BEGINS, null));
    }

    private record Office(OrganizationId id, String name, String shortName, PersonId head, List<PersonId> workers) {}
}
