package de.ratssaal.organization;

import de.ratssaal.identity.Access;
import de.ratssaal.identity.CouncilRoll;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets the administrator choose whose an account is and where a role counts. */
@Component
class RollForAccounts implements CouncilRoll {

    private static final ZoneId BEFORE_ANY_BODY = ZoneId.of("Europe/Berlin");

    private final JdbcClient database;
    private final Councils councils;
    private final Access access;

    RollForAccounts(JdbcClient database, Councils councils, Access access) {
        this.database = database;
        this.councils = councils;
        this.access = access;
    }

    @Override
    public List<RollPerson> persons() {
        access.requireAnywhere(Role.ADMINISTRATOR);
        return database
                .sql("select id, title, given_name, family_name, mail from organization_person")
                .query((row, number) -> new Named(
                        new PersonId(row.getObject("id", UUID.class)), PersonName.read(row), row.getString("mail")))
                .list()
                .stream()
                .sorted(Comparator.comparing(Named::name, PersonName.alphabetically()))
                .map(it -> new RollPerson(it.id(), it.name().sorted(), it.name().shown(), it.mail()))
                .toList();
    }

    @Override
    public List<RollOrganization> organizations() {
        access.requireAnywhere(Role.ADMINISTRATOR);
        return councils.bodies().stream()
                .flatMap(body -> councils.organizations(body.id()).stream())
                .map(it -> new RollOrganization(it.id(), it.name()))
                .toList();
    }

    @Override
    public ZoneId zone() {
        return councils.bodies().stream().findFirst().map(BodySummary::zone).orElse(BEFORE_ANY_BODY);
    }

    private record Named(
            PersonId id, PersonName name, @Nullable String mail) {}
}
