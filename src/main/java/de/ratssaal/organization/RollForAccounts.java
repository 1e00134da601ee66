package de.ratssaal.organization;

import de.ratssaal.identity.Access;
import de.ratssaal.identity.CouncilRoll;
import de.ratssaal.identity.PersonId;
import de.ratssaal.identity.Role;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
                .filter(it -> it.classification() != Classification.OFFICE)
                .map(it -> new RollOrganization(it.id(), it.name()))
                .toList();
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> identifiers) {
        access.requireAnywhere(Role.AUDITOR, Role.ADMINISTRATOR);
        var wanted = identifiers.toArray(UUID[]::new);
        var names = new HashMap<UUID, String>();
        database.sql("select id, name from organization_organization where id = any (?)")
                .param(wanted)
                .query(row -> {
                    names.put(row.getObject("id", UUID.class), row.getString("name"));
                });
        database.sql("select id, title, given_name, family_name from organization_person where id = any (?)")
                .param(wanted)
                .query(row -> {
                    names.put(
                            row.getObject("id", UUID.class),
                            PersonName.read(row).shown());
                });
        return names;
    }

    @Override
    public ZoneId zone() {
        return councils.bodies().stream().findFirst().map(BodySummary::zone).orElse(BEFORE_ANY_BODY);
    }

    private record Named(
            PersonId id, PersonName name, @Nullable String mail) {}
}
