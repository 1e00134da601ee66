package de.ratssaal.teller;

import de.ratssaal.Acting;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import java.util.List;
import org.springframework.context.ApplicationContext;

/**
 * The tellers of an organization, with the shares that their devices would keep. Made through the use cases; every person needs an
 * account.
 */
public record TestTellers(OrganizationId organization, CeremonyId ceremony, List<TestTeller> tellers) {

    /** Names them and makes their key. */
    public static TestTellers ready(
            OrganizationId organization, List<PersonId> persons, int threshold, ApplicationContext context) {
        return named(organization, persons, threshold, context).finish(context);
    }

    /** Names them and begins a ceremony, in which nobody has sent anything yet. */
    public static TestTellers named(
            OrganizationId organization, List<PersonId> persons, int threshold, ApplicationContext context) {
        context.getBean(Access.class)
                .asSystem(
                        "test",
                        () -> context.getBean(NamingTellers.class)
                                .name(TellerSetId.next(), organization, persons, threshold));
        return begun(organization, context);
    }

    /** Begins a ceremony for those who are named. */
    static TestTellers begun(OrganizationId organization, ApplicationContext context) {
        var ceremony = CeremonyId.next();
        var access = context.getBean(Access.class);
        access.asSystem("test", () -> context.getBean(KeyCeremonies.class).begin(ceremony, organization));
        var set = access.asSystem(
                "test", () -> context.getBean(Tellers.class).page(organization).set());
        return new TestTellers(organization, ceremony, TestTeller.of(set, ceremony));
    }

    /** Everybody sends everything. */
    TestTellers finish(ApplicationContext context) {
        var own = context.getBean(OwnCeremony.class);
        var first = tellers.stream().map(TestTeller::first).toList();
        send(own, 0, announcements(first));
        send(own, 1, first);
        send(own, 2, second(first));
        send(own, 3, third());
        return this;
    }

    List<String> announcements(List<String> first) {
        return tellers.stream()
                .map(it -> it.announcement(first.get(it.index() - 1)))
                .toList();
    }

    List<String> second(List<String> first) {
        return tellers.stream().map(it -> it.second(first)).toList();
    }

    List<String> third() {
        return tellers.stream().map(it -> it.third(tellers)).toList();
    }

    void send(OwnCeremony own, int round, List<String> messages) {
        tellers.forEach(it -> Acting.as(it.person(), () -> own.publish(ceremony, round, messages.get(it.index() - 1))));
    }
}
