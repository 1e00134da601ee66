package de.ratssaal.organization;

import static de.ratssaal.organization.DemoCity.councillor;

import de.ratssaal.base.DemoContent;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.DemoLogins;
import de.ratssaal.identity.DemoLogins.DemoLogin;
import de.ratssaal.identity.Grant;
import de.ratssaal.identity.NewAccount;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Those of the demo city who can sign in. What chair and members may do follows from their memberships. */
@Component
@Profile("demo")
class DemoCityLogins implements DemoContent {

    /** In the order of the buttons. The roles are words of the demo city, which speaks German. */
    private static final List<Login> LOGINS = List.of(
            new Login("sekretariat", DemoCity.SECRETARY, "Sitzungsdienst", List.of(Role.SECRETARIAT)),
            new Login("vorsitz", DemoCity.CHAIR, "Vorsitz des Stadtrats", List.of()),
            new Login("stellvertretung", DemoCity.DEPUTY_CHAIR, "Stellvertretender Vorsitz des Stadtrats", List.of()),
            new Login("mitglied1", councillor(1), "Mitglied des Stadtrats, Lindenauer Mitte", List.of()),
            new Login("mitglied2", councillor(15), "Mitglied des Stadtrats, Soziales Lindenau", List.of()),
            new Login("mitglied3", councillor(27), "Mitglied des Stadtrats, Umweltliste Flussaue", List.of()),
            new Login("mitglied4", councillor(36), "Mitglied des Stadtrats, Bürger für Lindenau", List.of()),
            new Login("mitglied5", councillor(43), "Mitglied des Stadtrats, Offene Stadt", List.of()),
            new Login("kultur", DemoCity.CULTURE_ADVISER, "Sachkundige Bürgerin, nur im Kulturausschuss", List.of()),
            new Login("gast", DemoCity.GUEST, "Gast, nur im Kulturausschuss", List.of()),
            new Login("admin", DemoCity.ADMINISTRATOR, "Administration", List.of(Role.ADMINISTRATOR)),
            new Login("pruefer", DemoCity.AUDITOR, "Prüfung des Protokolls der Änderungen", List.of(Role.AUDITOR)),
            new Login("amt", DemoCity.PLANNER, "Sachbearbeitung im Stadtplanungsamt", List.of()),
            new Login("amtsleitung", DemoCity.HEAD_OF_PLANNING, "Leitung des Stadtplanungsamts", List.of()),
            new Login("kaemmerei", DemoCity.TREASURER, "Leitung der Kämmerei", List.of()),
            new Login("ob", DemoCity.MAYOR, "Oberbürgermeister", List.of()));

    private final DemoLogins logins;
    private final Councils councils;
    private final PersonAdministration persons;
    private final Access access;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DemoCityLogins(
            DemoLogins logins,
            Councils councils,
            PersonAdministration persons,
            Access access,
            TransactionTemplate transaction,
            Clock clock) {
        this.logins = logins;
        this.councils = councils;
        this.persons = persons;
        this.access = access;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 150;
    }

    @Override
    public void load() {
        var known = logins.all().stream().map(DemoLogin::login).collect(Collectors.toSet());
        transaction.executeWithoutResult(status -> access.asSystem("demo", () -> {
            for (var login : LOGINS) {
                if (!known.contains(login.name())) {
                    register(login);
                }
            }
        }));
    }

    private void register(Login login) {
        logins.register(
                new NewAccount(
                        login.name(),
                        councils.nameOf(login.person()),
                        persons.details(login.person()).mail(),
                        login.person(),
                        login.grants().stream()
                                .map(it -> Grant.everywhere(it, clock.instant()))
                                .toList()),
                login.role());
    }

    /** @param grants roles that the account has in every organization */
    private record Login(String name, PersonId person, String role, List<Role> grants) {}
}
