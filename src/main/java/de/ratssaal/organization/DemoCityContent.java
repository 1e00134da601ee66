package de.ratssaal.organization;

import static de.ratssaal.organization.DemoCity.BODY;
import static de.ratssaal.organization.DemoCity.COUNCIL;
import static de.ratssaal.organization.DemoCity.MAIN_COMMITTEE;
import static de.ratssaal.organization.DemoCity.MAYOR;
import static de.ratssaal.organization.DemoCity.TERM_BEGINS;
import static de.ratssaal.organization.DemoCity.TERM_ENDS;
import static de.ratssaal.organization.DemoCity.councillor;

import de.ratssaal.base.DemoContent;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.rules.RulesOfProcedure;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Stadt Lindenau: its council, committees, boards and districts, and everybody in them. */
@Component
@Profile("demo")
class DemoCityContent implements DemoContent {

    /** Since when the councillor on the seat of {@link DemoCity#FORMER_COUNCILLOR} is one. */
    static final LocalDate SUCCESSION = LocalDate.of(2025, 10, 1);

    private static final int SEAT_OF_SUCCESSOR = 23;

    private static final List<Group> GROUPS = List.of(
            new Group("Lindenauer Mitte", "LM", "#1f4e79", 1, 14, 3),
            new Group("Soziales Lindenau", "SL", "#b3261e", 15, 12, 3),
            new Group("Umweltliste Flussaue", "UFA", "#2e7d32", 27, 9, 2),
            new Group("Bürger für Lindenau", "BfL", "#c77700", 36, 7, 2),
            new Group("Offene Stadt", "OS", "#7b3fa0", 43, 5, 1),
            new Group("Ortsteile gemeinsam", "OTG", "#00796b", 48, 3, 1));

    /** The first with advisers is the one of {@link DemoCity#CULTURE_ADVISER}. */
    private static final List<Committee> COMMITTEES = List.of(
            new Committee(MAIN_COMMITTEE, "Hauptausschuss", "HA", 0),
            new Committee(DemoCity.FINANCE_COMMITTEE, "Ausschuss für Finanzen und Beteiligungen", "FinA", 0),
            new Committee(DemoCity.CULTURE_COMMITTEE, "Ausschuss für Kultur und Tourismus", "KultA", 2),
            new Committee(DemoCity.BUILDING_COMMITTEE, "Ausschuss für Bau, Verkehr und Stadtentwicklung", "BauA", 2),
            new Committee(DemoCity.EDUCATION_COMMITTEE, "Ausschuss für Bildung und Sport", "BildA", 2),
            new Committee(DemoCity.SOCIAL_COMMITTEE, "Ausschuss für Soziales, Familie und Gleichstellung", "SozA", 2),
            new Committee(DemoCity.ENVIRONMENT_COMMITTEE, "Ausschuss für Umwelt, Klima und Ordnung", "UmwA", 2),
            new Committee(DemoCity.AUDIT_COMMITTEE, "Rechnungsprüfungsausschuss", "RPA", 0));

    private final BodyAdministration bodies;
    private final OrganizationAdministration organizations;
    private final PersonAdministration persons;
    private final MembershipAdministration memberships;
    private final BodyRepository known;
    private final Access access;
    private final TransactionTemplate transaction;
    private final EntityManager written;

    DemoCityContent(
            BodyAdministration bodies,
            OrganizationAdministration organizations,
            PersonAdministration persons,
            MembershipAdministration memberships,
            BodyRepository known,
            Access access,
            TransactionTemplate transaction,
            EntityManager written) {
        this.bodies = bodies;
        this.organizations = organizations;
        this.persons = persons;
        this.memberships = memberships;
        this.known = known;
        this.access = access;
        this.transaction = transaction;
        this.written = written;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public void load() {
        if (known.findById(BODY).isEmpty()) {
            transaction.executeWithoutResult(status -> access.asSystem("demo", this::found));
        }
    }

    private void found() {
        bodies.found(BODY, DemoLindenau.BODY_DETAILS);
        bodies.addTerm(new LegislativeTerm(
                new TermId(DemoCity.id("term")), BODY, "Wahlperiode 2024–2029", TERM_BEGINS, TERM_ENDS));
        DemoLindenau.officers().forEach(persons::register);
        DemoLindenau.councillors().forEach(persons::register);
        council();
        GROUPS.forEach(this::group);
        // Each person outside the council takes the next place: advisers first, then boards and districts.
        var others = new ArrayDeque<PersonId>();
        DemoLindenau.residents().forEach((person, details) -> {
            persons.register(person, details);
            others.add(person);
        });
        COMMITTEES.forEach(it -> committee(it, others));
        memberships.begin(new NewMembership(
                DemoCity.CULTURE_COMMITTEE, DemoCity.GUEST, MembershipRole.GUEST, false, 0, TERM_BEGINS, TERM_ENDS));
        apart(DemoCity.SENIORS_BOARD, "Seniorenbeirat", "SenB", Classification.ADVISORY_BOARD, 11, others);
        apart(DemoCity.YOUTH_BOARD, "Kinder- und Jugendbeirat", "JugB", Classification.ADVISORY_BOARD, 9, others);
        apart(DemoCity.ALTENRODE, "Ortsteilrat Altenrode", "OR Alt", Classification.DISTRICT_COUNCIL, 9, others);
        apart(DemoCity.BACHSTEDT, "Ortsteilrat Bachstedt", "OR Bach", Classification.DISTRICT_COUNCIL, 7, others);
        apart(DemoCity.HOHENLINDE, "Ortsteilrat Hohenlinde", "OR Hoh", Classification.DISTRICT_COUNCIL, 7, others);
        apart(DemoCity.WIESENTHAL, "Ortsteilrat Wiesenthal", "OR Wie", Classification.DISTRICT_COUNCIL, 5, others);
    }

    private void council() {
        create(COUNCIL, "Stadtrat", "StR", Classification.COUNCIL, 51, null);
        for (var seat = 1; seat <= 50; seat++) {
            var person = councillor(seat);
            join(COUNCIL, person, roleInCouncil(person), seat);
        }
        join(COUNCIL, MAYOR, MembershipRole.MEMBER, 51);
        memberships.begin(NewMembership.voting(COUNCIL, DemoCity.FORMER_COUNCILLOR, MembershipRole.MEMBER, TERM_BEGINS)
                .onSeat(SEAT_OF_SUCCESSOR)
                .until(SUCCESSION.minusDays(1)));
    }

    private static MembershipRole roleInCouncil(PersonId person) {
        if (person.equals(DemoCity.CHAIR)) {
            return MembershipRole.CHAIR;
        }
        return person.equals(DemoCity.DEPUTY_CHAIR) || person.equals(DemoCity.SECOND_DEPUTY_CHAIR)
                ? MembershipRole.DEPUTY_CHAIR
                : MembershipRole.MEMBER;
    }

    private void group(Group group) {
        create(
                group.id(),
                "Fraktion " + group.name(),
                group.shortName(),
                Classification.POLITICAL_GROUP,
                group.seats(),
                new Color(group.color()));
        for (var place = 0; place < group.seats(); place++) {
            join(group.id(), group.member(place), roleAt(place), 0);
            if (group.firstSeat() + place == SEAT_OF_SUCCESSOR) {
                memberships.begin(
                        NewMembership.voting(group.id(), DemoCity.FORMER_COUNCILLOR, MembershipRole.MEMBER, TERM_BEGINS)
                                .until(SUCCESSION.minusDays(1)));
            }
        }
    }

    private void committee(Committee committee, Queue<PersonId> others) {
        var number = COMMITTEES.indexOf(committee);
        var isMain = committee.id().equals(MAIN_COMMITTEE);
        create(
                committee.id(),
                committee.name(),
                committee.shortName(),
                Classification.COMMITTEE,
                isMain ? 13 : 12,
                null);
        var members = GROUPS.stream().flatMap(it -> it.inCommittee(number)).toList();
        // The chairs go round the groups.
        var chair = GROUPS.get(number % GROUPS.size()).inCommittee(number).findFirst();
        var deputy =
                GROUPS.get((number + 1) % GROUPS.size()).inCommittee(number).findFirst();
        var seat = 1;
        if (isMain) {
            join(committee.id(), MAYOR, MembershipRole.CHAIR, seat++);
        }
        for (var member : members) {
            var isChair = !isMain && chair.filter(member::equals).isPresent();
            var isDeputy = deputy.filter(member::equals).isPresent();
            var role = isChair ? MembershipRole.CHAIR : isDeputy ? MembershipRole.DEPUTY_CHAIR : MembershipRole.MEMBER;
            join(committee.id(), member, role, seat++);
        }
        GROUPS.forEach(it -> substitutes(committee.id(), number, it));
        for (var adviser = 0; adviser < committee.advisers(); adviser++) {
            memberships.begin(new NewMembership(
                    committee.id(),
                    others.remove(),
                    MembershipRole.ADVISORY_MEMBER,
                    false,
                    seat++,
                    TERM_BEGINS,
                    TERM_ENDS));
        }
    }

    private void substitutes(OrganizationId committee, int number, Group group) {
        var members = group.inCommittee(number).toList();
        for (var place = 0; place < members.size(); place++) {
            var member = members.get(place);
            var substitute = group.member(number * members.size() + members.size() + place);
            var since = since(member).isAfter(since(substitute)) ? since(member) : since(substitute);
            memberships.appointSubstitute(committee, substitute, member, since, TERM_ENDS);
        }
    }

    /** An organization of people who are not in the council. */
    private void apart(
            OrganizationId id,
            String name,
            String shortName,
            Classification classification,
            int members,
            Queue<PersonId> others) {
        create(id, name, shortName, classification, members, null);
        for (var place = 0; place < members; place++) {
            join(id, others.remove(), roleAt(place), place + 1);
        }
    }

    private static MembershipRole roleAt(int place) {
        return switch (place) {
            case 0 -> MembershipRole.CHAIR;
            case 1 -> MembershipRole.DEPUTY_CHAIR;
            default -> MembershipRole.MEMBER;
        };
    }

    private void create(
            OrganizationId id,
            String name,
            String shortName,
            Classification classification,
            int members,
            @Nullable Color color) {
        // Otherwise each flush looks at everything that was written before.
        written.clear();
        organizations.create(
                id,
                new NewOrganization(
                        BODY, name, shortName, classification, members, color, RulesOfProcedure.THUERINGEN));
    }

    private void join(OrganizationId organization, PersonId person, MembershipRole role, int seat) {
        memberships.begin(NewMembership.voting(organization, person, role, since(person))
                .onSeat(seat)
                .until(TERM_ENDS));
    }

    private static LocalDate since(PersonId person) {
        return person.equals(councillor(SEAT_OF_SUCCESSOR)) ? SUCCESSION : TERM_BEGINS;
    }

    /**
     * A political group.
     *
     * @param firstSeat in the council; its others follow
     * @param inCommittee how many of the twelve seats of a committee it has (Hare/Niemeyer)
     */
    private record Group(String name, String shortName, String color, int firstSeat, int seats, int inCommittee) {

        OrganizationId id() {
            return DemoCity.organization("group-" + shortName);
        }

        /** @param place counted from 0, round and round */
        PersonId member(int place) {
            return councillor(firstSeat + place % seats);
        }

        Stream<PersonId> inCommittee(int number) {
            return IntStream.range(0, inCommittee).mapToObj(place -> member(number * inCommittee + place));
        }
    }

    /** @param advisers how many sachkundige Bürger it has */
    private record Committee(OrganizationId id, String name, String shortName, int advisers) {}
}
