package de.ratssaal.organization;

import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import de.ratssaal.rules.RulesOfProcedure;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContext;

/**
 * A body with one council of its own, made for a test. The first member chairs, the second is the deputy.
 *
 * @param members the voting members; as many as the council has by law
 */
public record TestCouncil(BodyId body, OrganizationId council, List<PersonId> members) {

    /** Everybody is a member from this day on. */
    public static final LocalDate SINCE = LocalDate.of(2024, 6, 1);

    public static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /** A new council by the rules of Thüringen. */
    public static TestCouncil of(int members, ApplicationContext context) {
        return of(members, RulesOfProcedure.THUERINGEN, context);
    }

    public static TestCouncil of(int members, RulesOfProcedure rules, ApplicationContext context) {
        return of(members, rules, members, context);
    }

    private static TestCouncil of(int members, RulesOfProcedure rules, int strength, ApplicationContext context) {
        return context.getBean(Access.class).asSystem("test", () -> {
            var body = BodyId.next();
            context.getBean(BodyAdministration.class)
                    .found(body, new BodyDetails("Stadt " + body, "Stadt", Land.TH, ZONE, "Markt 1", null, null));
            var council = organization(body, Classification.COUNCIL, strength, rules, context);
            var persons = Stream.generate(() -> person(context)).limit(members).toList();
            IntStream.range(0, members).forEach(it -> join(council, persons.get(it), role(it), context));
            return new TestCouncil(body, council, persons);
        });
    }

    /** As {@link #of(int, RulesOfProcedure, ApplicationContext)}, each member with a number of votes. */
    public static TestCouncil weighted(RulesOfProcedure rules, ApplicationContext context, int... weights) {
        var one = of(0, rules, weights.length, context);
        var persons =
                Stream.generate(() -> person(context)).limit(weights.length).toList();
        context.getBean(Access.class)
                .asSystem(
                        "test",
                        () -> IntStream.range(0, weights.length)
                                .forEach(it -> context.getBean(MembershipAdministration.class)
                                        .begin(NewMembership.voting(one.council, persons.get(it), role(it), SINCE)
                                                .withVotes(weights[it]))));
        return new TestCouncil(one.body, one.council, persons);
    }

    private static MembershipRole role(int number) {
        return switch (number) {
            case 0 -> MembershipRole.CHAIR;
            case 1 -> MembershipRole.DEPUTY_CHAIR;
            default -> MembershipRole.MEMBER;
        };
    }

    /** Adds a guest; asked as the application itself. */
    public static PersonId guest(OrganizationId council, ApplicationContext context) {
        var guest = person(context);
        join(council, guest, MembershipRole.GUEST, context);
        return guest;
    }

    /** Appoints somebody new; asked as the application itself. */
    public static PersonId substitute(OrganizationId council, PersonId member, ApplicationContext context) {
        var substitute = person(context);
        context.getBean(MembershipAdministration.class).appointSubstitute(council, substitute, member, SINCE, null);
        return substitute;
    }

    public PersonId chair() {
        return members.getFirst();
    }

    /** Another organization of the body, without members. */
    public OrganizationId organization(Classification classification, int members, ApplicationContext context) {
        return context.getBean(Access.class)
                .asSystem(
                        "test",
                        () -> organization(body, classification, members, RulesOfProcedure.THUERINGEN, context));
    }

    /** An office of the body, without staff. */
    public OrganizationId office(ApplicationContext context) {
        return organization(Classification.OFFICE, 0, context);
    }

    private static OrganizationId organization(
            BodyId body,
            Classification classification,
            int members,
            RulesOfProcedure rules,
            ApplicationContext context) {
        var id = OrganizationId.next();
        if (classification == Classification.OFFICE) {
            context.getBean(OrganizationAdministration.class)
                    .create(id, NewOrganization.office(body, "Amt " + id, "A " + id));
            return id;
        }
        var color = classification == Classification.POLITICAL_GROUP ? new Color("#1a7f37") : null;
        context.getBean(OrganizationAdministration.class)
                .create(
                        id,
                        new NewOrganization(body, "Gremium " + id, "G " + id, classification, members, color, rules));
        return id;
    }

    /** A new person without memberships. */
    public static PersonId person(ApplicationContext context) {
        var id = new PersonId(UUID.randomUUID());
        context.getBean(Access.class)
                .asSystem(
                        "test",
                        () -> context.getBean(PersonAdministration.class)
                                .register(
                                        id,
                                        new PersonDetails(
                                                new PersonName("", "Kim", "Test-" + id.value()),
                                                null,
                                                id.value() + "@example.org")));
        return id;
    }

    /** Makes a person a member with vote since {@link #SINCE}. */
    public static MembershipId join(
            OrganizationId organization, PersonId person, MembershipRole role, ApplicationContext context) {
        return context.getBean(Access.class)
                .asSystem(
                        "test",
                        () -> context.getBean(MembershipAdministration.class)
                                .begin(new NewMembership(organization, person, role, role.canVote(), 0, SINCE, null)));
    }
}
